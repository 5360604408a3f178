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
}
