package io.microblog.event;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** What people change of their filters, written by post-service. What they filter is nobody else's business. */
@EventTopic(value = FilterEvent.TOPIC, kind = EventTopic.Kind.FACT)
public sealed interface FilterEvent extends Event {

    /** Keyed by account id. */
    String TOPIC = "post.filter.v1";

    /** Whose filters. */
    long accountId();

    @Override
    default String key() {
        return Long.toString(accountId());
    }

    /** Somebody added, changed or removed a filter: what they have read of their filters holds no more. */
    @JsonTypeName("FilterChanged")
    record FilterChanged(@IdString long accountId) implements FilterEvent {}
}
