package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What becomes of posts that waited for their time or for a moderator, written by post-service. What they say is nobody else's
 * business.
 */
@EventTopic(value = ScheduleEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface ScheduleEvent extends Event {

    /** Keyed by account id. */
    String TOPIC = "post.schedule.v1";

    /** Whose post. */
    long accountId();

    @Override
    default String key() {
        return Long.toString(accountId());
    }

    /** A post could not be published at its time; it is its author's draft, with the reason. */
    @JsonTypeName("ScheduledPostReturned")
    record ScheduledPostReturned(
            @IdString long accountId, @IdString long draftId) implements ScheduleEvent {}

    /** A moderator published a post that a rule had held. */
    @JsonTypeName("HeldPostReleased")
    record HeldPostReleased(
            @IdString long accountId, @IdString long postId) implements ScheduleEvent {}
}
