package io.microblog.user.relation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.microblog.event.RelationshipState;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** All that holds from one account towards another. The row outlives an unfollow, so its version never restarts. */
@Entity
@IdClass(RelationshipId.class)
class Relationship {

    @Id
    private long fromId;

    @Id
    private long toId;

    private long version;
    private @Nullable Long followId;
    private @Nullable Instant followedAt;
    private boolean showBoosts = true;
    private boolean notifyOnPost;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> languages;

    private @Nullable Long requestId;
    private @Nullable Instant requestedAt;
    private @Nullable Long blockId;
    private @Nullable Long muteId;
    private boolean muteNotifications;
    private @Nullable Instant muteEndsAt;
    private @Nullable Long endorseId;
    private String note = "";

    /** For JPA. */
    protected Relationship() {}

    /**
     * Follows, or changes how.
     *
     * @param id of the follow, should it be a new one
     * @return whether anything is different now; the version has grown then
     */
    boolean follow(FollowOptions options, long id, Instant now) {
        boolean changed = apply(options);
        if (followId == null) {
            followId = id;
            followedAt = now;
            changed = true;
        }
        if (changed) {
            version++;
        }
        return changed;
    }

    /**
     * Asks to follow.
     *
     * @return whether it is a new request
     */
    boolean request(FollowOptions options, long id, Instant now) {
        boolean changed = apply(options);
        boolean fresh = requestId == null;
        if (fresh) {
            requestId = id;
            requestedAt = now;
        }
        if (fresh || changed) {
            version++;
        }
        return fresh;
    }

    /** Takes the request back, or refuses it; whether there was one. */
    boolean dropRequest() {
        if (requestId == null) {
            return false;
        }
        requestId = null;
        requestedAt = null;
        version++;
        return true;
    }

    /** Blocks; whether that is new. */
    boolean block(long id) {
        if (blockId != null) {
            return false;
        }
        blockId = id;
        version++;
        return true;
    }

    /** Lifts the block; whether there was one. */
    boolean unblock() {
        if (blockId == null) {
            return false;
        }
        blockId = null;
        version++;
        return true;
    }

    /**
     * Mutes, or changes how.
     *
     * @param id of the mute, should it be a new one
     * @param until when it ends by itself, null for never
     * @return whether anything is different now
     */
    boolean mute(long id, boolean notifications, @Nullable Instant until) {
        if (muteId != null && notifications == muteNotifications && Objects.equals(until, muteEndsAt)) {
            return false;
        }
        muteId = muteId == null ? Long.valueOf(id) : muteId;
        muteNotifications = notifications;
        muteEndsAt = until;
        version++;
        return true;
    }

    /** Lifts the mute; whether there was one. */
    boolean unmute() {
        if (muteId == null) {
            return false;
        }
        muteId = null;
        muteNotifications = false;
        muteEndsAt = null;
        version++;
        return true;
    }

    /** Writes down what only its author sees. */
    void annotate(String text) {
        note = text;
    }

    /** Shows the other in one's profile, where only followed people stand. Others do not hear of it: it is read here. */
    void endorse(long id) {
        endorseId = endorseId == null ? Long.valueOf(id) : endorseId;
    }

    /** Shows the other there no more. */
    void unendorse() {
        endorseId = null;
    }

    /** Ends the follow; whether there was one. */
    boolean unfollow() {
        if (followId == null) {
            return false;
        }
        followId = null;
        followedAt = null;
        showBoosts = true;
        notifyOnPost = false;
        languages = null;
        endorseId = null;
        version++;
        return true;
    }

    private boolean apply(FollowOptions options) {
        boolean boosts = options.reblogs() == null ? showBoosts : options.reblogs();
        boolean notify = options.notifying() == null ? notifyOnPost : options.notifying();
        List<String> wanted = options.languages();
        List<String> only = wanted == null ? languages : wanted.isEmpty() ? null : wanted;
        boolean changed = boosts != showBoosts || notify != notifyOnPost || !Objects.equals(only, languages);
        showBoosts = boosts;
        notifyOnPost = notify;
        languages = only;
        return changed;
    }

    boolean isFollowing() {
        return followId != null;
    }

    boolean isEndorsing() {
        return endorseId != null;
    }

    boolean isRequested() {
        return requestId != null;
    }

    boolean isBlocking() {
        return blockId != null;
    }

    /** Whether there is a mute whose time is not over. */
    boolean isMuting(Instant now) {
        return muteId != null && (muteEndsAt == null || muteEndsAt.isAfter(now));
    }

    boolean mutesNotifications() {
        return muteNotifications;
    }

    @Nullable
    Instant muteEndsAt() {
        return muteEndsAt;
    }

    String note() {
        return note;
    }

    boolean showsBoosts() {
        return showBoosts;
    }

    boolean notifiesOnPost() {
        return notifyOnPost;
    }

    @Nullable
    List<String> languages() {
        return languages;
    }

    long toId() {
        return toId;
    }

    long fromId() {
        return fromId;
    }

    RelationshipState toState() {
        return new RelationshipState(
                fromId,
                toId,
                version,
                isFollowing(),
                showBoosts,
                notifyOnPost,
                followedAt,
                languages,
                requestedAt,
                isBlocking(),
                muteId != null,
                muteNotifications,
                muteEndsAt);
    }
}
