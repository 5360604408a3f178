package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Changes of the social graph, written by user-service. */
@EventTopic(value = RelationshipEvent.TOPIC, kind = EventTopic.Kind.STATE)
public sealed interface RelationshipEvent extends Event {

    /** Keyed by {@code from:to}. */
    String TOPIC = "user.relationship.v1";

    /** The whole ordered pair after the change. */
    RelationshipState relationship();

    @Override
    default String key() {
        return relationship().fromId() + ":" + relationship().toId();
    }

    /** A follow began, or its options changed: {@link RelationshipState#followedAt()} tells which. */
    @JsonTypeName("UserFollowed")
    record UserFollowed(RelationshipState relationship) implements RelationshipEvent {}

    /** A follow ended. */
    @JsonTypeName("UserUnfollowed")
    record UserUnfollowed(RelationshipState relationship) implements RelationshipEvent {}

    /** Somebody asks to follow an account that wants to be asked. */
    @JsonTypeName("FollowRequested")
    record FollowRequested(RelationshipState relationship) implements RelationshipEvent {}

    /** A request to follow came to nothing: it was refused or taken back. */
    @JsonTypeName("FollowRejected")
    record FollowRejected(RelationshipState relationship) implements RelationshipEvent {}

    /** {@code fromId} blocked {@code toId}. Follows either way have ended, with events of their own. */
    @JsonTypeName("UserBlocked")
    record UserBlocked(RelationshipState relationship) implements RelationshipEvent {}

    /** A block was lifted. */
    @JsonTypeName("UserUnblocked")
    record UserUnblocked(RelationshipState relationship) implements RelationshipEvent {}

    /** {@code fromId} muted {@code toId}, or changed how. */
    @JsonTypeName("UserMuted")
    record UserMuted(RelationshipState relationship) implements RelationshipEvent {}

    /** A mute was lifted, or its time is over. */
    @JsonTypeName("UserUnmuted")
    record UserUnmuted(RelationshipState relationship) implements RelationshipEvent {}
}
