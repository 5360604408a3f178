package io.microblog.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * All that holds from one account towards another. The row outlives an unfollow, so its version never restarts.
 *
 * @param fromId who follows
 * @param toId who is followed
 * @param version grows with each change and never restarts
 * @param following whether {@code fromId} follows {@code toId}
 * @param showBoosts whether boosts of {@code toId} reach the home of {@code fromId}
 * @param notifyOnPost whether {@code fromId} wants a notification for each post of {@code toId}
 * @param followedAt when the present follow began, null while not following
 */
public record RelationshipState(
        @IdString long fromId,
        @IdString long toId,
        long version,
        boolean following,
        boolean showBoosts,
        boolean notifyOnPost,
        @Nullable Instant followedAt) {}
