package io.microblog.user.account;

/**
 * What an account may do now.
 *
 * @param role on this server
 * @param suspended whether moderation closed it
 */
public record Standing(Role role, boolean suspended) {}
