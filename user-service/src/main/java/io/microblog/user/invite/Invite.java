package io.microblog.user.invite;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An invitation, for one person or several.
 *
 * @param ownerId who invites
 * @param code by which people sign up
 * @param maxUses how many accounts may come of it; null for any number
 * @param uses how many have
 * @param expiresAt until when one signs up with it; null for always
 * @param revokedAt since when it counts for nothing; null while it counts
 */
record Invite(
        long id,
        long ownerId,
        String code,
        @Nullable Integer maxUses,
        int uses,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** Whether somebody may sign up with it now. */
    boolean isOpen(Instant now) {
        return revokedAt == null
                && (expiresAt == null || now.isBefore(expiresAt))
                && (maxUses == null || uses < maxUses);
    }
}
