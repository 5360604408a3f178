package io.microblog.internal;

import io.microblog.event.IdString;

/**
 * Somebody who has a role.
 *
 * @param accountId the person
 * @param permissions what the role allows, as in tokens
 */
public record StaffMember(@IdString long accountId, long permissions) {}
