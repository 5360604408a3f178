package io.microblog.event;

import java.time.Instant;
import java.util.List;

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
 * @param languages ISO 639 codes of the posts of {@code toId} that {@code fromId} wants, null for all
 * @param requestedAt since when {@code fromId} waits for consent to follow, null when it does not
 * @param blocking whether {@code fromId} blocks {@code toId}; null as false
 * @param muting whether {@code fromId} mutes {@code toId}; null as false
 * @param mutingNotifications whether the mute silences notifications too; null as false
 * @param muteEndsAt when the mute ends by itself, null for never
 */
public record RelationshipState(
        @IdString long fromId,
        @IdString long toId,
        long version,
        boolean following,
        boolean showBoosts,
        boolean notifyOnPost,
        @Nullable Instant followedAt,
        @Nullable List<String> languages,
        @Nullable Instant requestedAt,
        @Nullable Boolean blocking,
        @Nullable Boolean muting,
        @Nullable Boolean mutingNotifications,
        @Nullable Instant muteEndsAt) {

    /** A pair of which nothing holds but, perhaps, a follow. */
    public RelationshipState(
            long fromId,
            long toId,
            long version,
            boolean following,
            boolean showBoosts,
            boolean notifyOnPost,
            @Nullable Instant followedAt) {
        this(
                fromId,
                toId,
                version,
                following,
                showBoosts,
                notifyOnPost,
                followedAt,
                null,
                null,
                false,
                false,
                false,
                null);
    }

    /** Whether {@code fromId} blocks {@code toId}. */
    public boolean blocks() {
        return Boolean.TRUE.equals(blocking);
    }

    /** Whether {@code fromId} mutes {@code toId}. */
    public boolean mutes() {
        return Boolean.TRUE.equals(muting);
    }

    /** Whether {@code fromId} wants no notification of {@code toId} either. */
    public boolean mutesNotifications() {
        return mutes() && Boolean.TRUE.equals(mutingNotifications);
    }
}
