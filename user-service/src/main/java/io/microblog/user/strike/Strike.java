package io.microblog.user.strike;

import java.time.Instant;
import java.util.List;

import io.microblog.event.ModerationEvent.PostRemovalDecided;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about an account, and what became of it.
 *
 * @param targetId whose account
 * @param caseId the case that it was done in
 * @param moderatorId who did it; null for whoever runs the server, or somebody who is not there any more
 * @param text what the owner of the account is told about it
 * @param ruleIds the rules that were broken, in force or not any more
 * @param postIds the posts that were deleted by it
 * @param endsAt when it ends by itself; null where it does not
 * @param liftedAt since when it does not hold any more; null while it does
 * @param lifting why: ended, undone or appealed
 * @param appeal what the owner of the account said against it
 * @param appealState pending, approved or rejected; null while there is no appeal
 */
record Strike(
        long id,
        long targetId,
        long caseId,
        @Nullable Long moderatorId,
        Sanction sanction,
        String text,
        List<Long> ruleIds,
        List<Long> postIds,
        Instant createdAt,
        @Nullable Instant endsAt,
        @Nullable Instant liftedAt,
        @Nullable String lifting,
        @Nullable String appeal,
        @Nullable String appealState) {

    /** What tells those who have the posts that these are to go. */
    List<PostRemovalDecided> removals() {
        return postIds.stream()
                .map(post -> new PostRemovalDecided(caseId, id, targetId, post, createdAt))
                .toList();
    }
}
