package io.microblog.user.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is, or was, open about somebody.
 *
 * @param targetId whom it is about
 * @param assignedId the moderator who has taken it
 * @param settledAt when it was settled; null while it is open
 * @param settledBy who did
 * @param waiting whether whoever it is about waits for a word or a decision of the moderators
 * @param reports how many are in it
 * @param updatedAt when a report joined it last, or its state changed
 */
public record CaseFile(
        long id,
        long targetId,
        @Nullable Long assignedId,
        @Nullable Instant settledAt,
        @Nullable Long settledBy,
        boolean waiting,
        int reports,
        Instant updatedAt) {}
