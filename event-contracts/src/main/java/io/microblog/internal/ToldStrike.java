package io.microblog.internal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What moderators did about an account, as its owner is told it.
 *
 * @param id decimal
 * @param action none (a warning), delete_statuses, sensitive, silence, disable or suspend
 * @param text what they say about it; empty where they say nothing
 * @param postIds the posts that were deleted by it, decimal
 * @param endsAt when it ends by itself, null for never
 * @param appeal what the owner said against it, null for nothing
 * @param appealState pending, approved or rejected; null where there is no appeal
 */
public record ToldStrike(
        String id,
        String action,
        String text,
        List<String> postIds,
        @Nullable Instant endsAt,
        @Nullable String appeal,
        @Nullable String appealState) {}
