package io.microblog.kit.event;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.microblog.event.Event;

/**
 * An event as it arrived, with its CloudEvents attributes.
 *
 * @param id unique per event; the same for every redelivery
 * @param time when the event was appended to the writer's outbox
 * @param source the writer, as {@code /post-service}
 * @param event what happened
 */
public record Envelope<E extends Event>(UUID id, Instant time, String source, E event) {

    private static final Duration FRESH = Duration.ofHours(24);

    /** Whether the event is young enough to notify or mail somebody: a replay of old events must not. */
    public boolean isFresh() {
        return time.isAfter(Instant.now().minus(FRESH));
    }
}
