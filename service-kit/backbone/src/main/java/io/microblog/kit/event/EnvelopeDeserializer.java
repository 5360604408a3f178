package io.microblog.kit.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.microblog.event.Event;
import io.microblog.event.EventJson;
import io.microblog.event.EventTypes;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a record's value by the type its {@code ce_type} header names, among those that the topic knows, or for a
 * replayed record the topic it first came from.
 *
 * <p>Throws {@link SerializationException} for an unknown type, a missing header or a body that does not fit: such a
 * record is dead-lettered, never retried.
 */
public final class EnvelopeDeserializer implements Deserializer<@Nullable Envelope<?>> {

    @Override
    public @Nullable Envelope<?> deserialize(String topic, byte @Nullable [] data) {
        throw new SerializationException("An event has headers");
    }

    @Override
    public @Nullable Envelope<?> deserialize(String topic, Headers headers, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        String type = required(headers, CloudEvents.TYPE);
        Class<? extends Event> eventClass = Optional.ofNullable(ReplayTopics.origin(topic, headers))
                .flatMap(origin -> EventTypes.find(origin, type))
                .orElseThrow(() -> new SerializationException("Unknown event type on " + topic + ": " + type));
        try {
            return new Envelope<>(
                    UUID.fromString(required(headers, CloudEvents.ID)),
                    Instant.parse(required(headers, CloudEvents.TIME)),
                    required(headers, CloudEvents.SOURCE),
                    EventJson.read(data, eventClass));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new SerializationException("Not a " + type + ": " + e.getMessage(), e);
        }
    }

    private static String required(Headers headers, String name) {
        String value = CloudEvents.find(headers, name);
        if (value == null) {
            throw new SerializationException("Header " + name + " is missing");
        }
        return value;
    }
}
