package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Something that happened in one service and that others may react to. */
public sealed interface Event
        permits AccountEvent,
                ContactEvent,
                EngagementEvent,
                FilterEvent,
                ModerationEvent,
                PostEvent,
                PostModerationEvent,
                ReachEvent,
                ReaderEvent,
                RelationshipEvent,
                ScheduleEvent,
                SecurityEvent {

    /** The Kafka key: events with equal keys keep their order, others do not. */
    String key();

    /** The wire name, stable for ever: {@link JsonTypeName} of the record. */
    default String type() {
        return EventTypes.nameOf(getClass());
    }

    /** The topic this event belongs to. */
    default String topic() {
        return EventTypes.topicOf(getClass());
    }
}
