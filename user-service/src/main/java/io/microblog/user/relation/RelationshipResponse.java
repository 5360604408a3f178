package io.microblog.user.relation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The API's {@code Relationship}: what holds between the caller and {@code id}, both ways. */
record RelationshipResponse(
        String id,
        boolean following,
        boolean showingReblogs,
        boolean notifying,
        @Nullable List<String> languages,
        boolean followedBy,
        boolean blocking,
        boolean blockedBy,
        boolean muting,
        boolean mutingNotifications,
        @Nullable Instant mutingExpiresAt,
        boolean requested,
        boolean requestedBy,
        boolean domainBlocking,
        boolean endorsed,
        String note) {

    static RelationshipResponse of(long id, @Nullable Relationship outgoing, @Nullable Relationship incoming) {
        Relationship follow = outgoing != null && outgoing.isFollowing() ? outgoing : null;
        Relationship mute = outgoing != null && outgoing.isMuting(Instant.now()) ? outgoing : null;
        return new RelationshipResponse(
                String.valueOf(id),
                follow != null,
                follow != null && follow.showsBoosts(),
                follow != null && follow.notifiesOnPost(),
                follow == null ? null : follow.languages(),
                incoming != null && incoming.isFollowing(),
                outgoing != null && outgoing.isBlocking(),
                incoming != null && incoming.isBlocking(),
                mute != null,
                mute != null && mute.mutesNotifications(),
                mute == null ? null : mute.muteEndsAt(),
                outgoing != null && outgoing.isRequested(),
                incoming != null && incoming.isRequested(),
                false,
                outgoing != null && outgoing.isEndorsing(),
                outgoing == null ? "" : outgoing.note());
    }
}
