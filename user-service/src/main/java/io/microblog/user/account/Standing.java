package io.microblog.user.account;

import io.microblog.user.role.StaffRole;

/**
 * What an account may do now.
 *
 * @param role on this server
 * @param closed whether moderation closed it, for everybody or to its owner
 */
public record Standing(StaffRole role, boolean closed) {}
