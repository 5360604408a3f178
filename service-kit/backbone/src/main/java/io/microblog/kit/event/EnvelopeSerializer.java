package io.microblog.kit.event;

import io.microblog.event.EventJson;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a consumed record's value back as it came: the bytes that could not be read, or the event's JSON. */
final class EnvelopeSerializer implements Serializer<Object> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes;
            case Envelope<?> envelope -> EventJson.write(envelope.event());
            default -> throw new IllegalArgumentException("Not an event: " + value.getClass());
        };
    }
}
