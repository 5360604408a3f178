package io.microblog.notification.notice;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What moderators decided about an account, as its owner was told.
 *
 * @param id of the strike, as user-service has it
 * @param action none (nothing but the warning), delete_statuses, sensitive, silence, disable or suspend
 * @param text what they said about it
 * @param postIds the posts that were deleted by it
 * @param appeal what the owner said against it, once that is decided
 * @param appealState approved or rejected
 */
public record Warning(
        long id,
        String action,
        String text,
        List<Long> postIds,
        Instant at,
        @Nullable String appeal,
        @Nullable String appealState) {}
