package io.microblog.notification.policy;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whose notifications were set apart.
 *
 * @param fromId who it is
 * @param count how many notifications there are
 * @param createdAt when the first was
 * @param updatedAt when the latest was
 * @param lastPostId the newest post that one of them is about, null for none
 */
record Request(
        long id,
        long fromId,
        int count,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Long lastPostId) {}
