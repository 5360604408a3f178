package io.microblog.user.relation;

import java.time.Instant;
import java.util.List;

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
        requestId = null;
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
     * Asks to follow. Nothing that others may know of has changed yet.
     *
     * @return whether it is a new request
     */
    boolean request(FollowOptions options, long id) {
        apply(options);
        boolean fresh = requestId == null;
        if (fresh) {
            requestId = id;
        }
        return fresh;
    }

    /** Takes the request back, or refuses it; whether there was one. */
    boolean dropRequest() {
        boolean requested = requestId != null;
        requestId = null;
        return requested;
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
        version++;
        return true;
    }

    private boolean apply(FollowOptions options) {
        boolean boosts = options.reblogs() == null ? showBoosts : options.reblogs();
        boolean notify = options.notifying() == null ? notifyOnPost : options.notifying();
        List<String> wanted = options.languages();
        List<String> only = wanted == null ? languages : wanted.isEmpty() ? null : wanted;
        boolean changed = boosts != showBoosts || notify != notifyOnPost || !java.util.Objects.equals(only, languages);
        showBoosts = boosts;
        notifyOnPost = notify;
        languages = only;
        return changed;
    }

    boolean isFollowing() {
        return followId != null;
    }

    boolean isRequested() {
        return requestId != null;
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
        return new RelationshipState(fromId, toId, version, isFollowing(), showBoosts, notifyOnPost, followedAt);
    }
}
