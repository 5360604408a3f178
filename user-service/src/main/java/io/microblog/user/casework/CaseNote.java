package io.microblog.user.casework;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What moderators tell each other about somebody.
 *
 * @param targetId whom it is about
 * @param caseId the case that it was written in, if any
 * @param authorId null for somebody who is not there any more
 */
record CaseNote(
        long id,
        long targetId,
        @Nullable Long caseId,
        @Nullable Long authorId,
        String text,
        Instant createdAt) {}
