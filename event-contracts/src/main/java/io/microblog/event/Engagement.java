package io.microblog.event;

/**
 * How a post stands with its readers, counted after a change.
 *
 * @param postId the post, never a boost of it
 * @param authorId who wrote it
 * @param version grows with each change of these numbers and never restarts
 * @param favourites how many people marked it as a favourite
 * @param boosts how many people boosted it
 */
public record Engagement(@IdString long postId, @IdString long authorId, long version, long favourites, long boosts) {}
