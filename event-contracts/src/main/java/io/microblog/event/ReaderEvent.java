package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What people decide of the posts that they read, written by post-service. */
@EventTopic(value = ReaderEvent.TOPIC, kind = EventTopic.Kind.STATE)
public sealed interface ReaderEvent extends Event {

    /** Keyed by {@code account:thread}. */
    String TOPIC = "post.reader.v1";

    /** The whole state after the change. */
    ThreadMute mute();

    @Override
    default String key() {
        return mute().accountId() + ":" + mute().threadId();
    }

    /** Somebody wants no more notifications of a thread. */
    @JsonTypeName("ThreadMuted")
    record ThreadMuted(ThreadMute mute) implements ReaderEvent {}

    /** Somebody wants notifications of a thread again. */
    @JsonTypeName("ThreadUnmuted")
    record ThreadUnmuted(ThreadMute mute) implements ReaderEvent {}
}
