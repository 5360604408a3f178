package io.microblog.event;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of events: one mapper for everybody, so that no service's own settings leak into the contract. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    /** The event's body as UTF-8 JSON. */
    public static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /**
     * Reads a body back. Unknown fields are ignored: they come from a newer writer.
     *
     * @throws tools.jackson.core.JacksonException when the body is not such an event
     */
    public static <E extends Event> E read(byte[] json, Class<E> type) {
        return MAPPER.readValue(json, type);
    }

    /** The mapper itself, for the contract check, which also reads what is no event. */
    static JsonMapper mapper() {
        return MAPPER;
    }
}
