package io.microblog.event;

import org.jspecify.annotations.Nullable;

/**
 * How a post stands with its readers, counted after a change.
 *
 * @param postId the post, never a boost of it
 * @param authorId who wrote it
 * @param version grows with each change of these numbers and never restarts
 * @param favourites how many people marked it as a favourite
 * @param boosts how many people boosted it
 * @param threadId the post that began its thread; null in events from before it was told
 */
public record Engagement(
        @IdString long postId,
        @IdString long authorId,
        long version,
        long favourites,
        long boosts,
        @IdString @Nullable Long threadId) {}
