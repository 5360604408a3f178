package io.microblog.user.casework;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message between moderators and the person whom a case is about.
 *
 * @param authorId null for somebody who is not there any more
 * @param byModerator else it is by the person concerned
 */
record CaseMessage(
        long id, long caseId, @Nullable Long authorId, boolean byModerator, String text, Instant createdAt) {}
