package io.microblog.user.strike;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.openapi.SchemaName;
import io.microblog.user.rule.RuleResponse;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code AccountWarning}, with what it has no words for.
 *
 * @param statusIds the posts that were deleted by it
 * @param targetAccount whom it is about
 * @param appeal null while there is none
 * @param caseId the case that it was done in
 * @param rules those that were broken, in force or not any more
 * @param endsAt when it ends by itself; null where it does not
 * @param liftedAt since when it does not hold any more; null while it does
 * @param lifting why: ended, undone or appealed
 * @param appealable whether it can be appealed against now
 * @param moderatorAccount who did it; null for whom it is about, and where nobody is known
 */
@SchemaName("Strike")
record StrikeResponse(
        String id,
        String action,
        String text,
        List<String> statusIds,
        PublicAccount targetAccount,
        @Nullable StrikeAppeal appeal,
        Instant createdAt,
        String caseId,
        List<RuleResponse> rules,
        @Nullable Instant endsAt,
        @Nullable Instant liftedAt,
        @Nullable String lifting,
        boolean appealable,
        @Nullable PublicAccount moderatorAccount) {

    /**
     * The API's Appeal entity.
     *
     * @param state pending, approved or rejected
     */
    @SchemaName("Appeal")
    record StrikeAppeal(String text, String state) {}
}
