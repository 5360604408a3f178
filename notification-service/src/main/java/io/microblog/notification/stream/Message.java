package io.microblog.notification.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Something that clients are told. It is put into words once for all who get it by the same stream. */
final class Message {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String event;
    private final @Nullable String payload;
    private final Map<List<String>, String> frames = new ConcurrentHashMap<>();

    /**
     * @param event the API's name of what happened
     * @param payload JSON, or an id; null where the event says it all
     */
    Message(String event, @Nullable String payload) {
        this.event = event;
        this.payload = payload;
    }

    /** The text of a WebSocket's frame. */
    String frame(Channel channel) {
        return frames.computeIfAbsent(channel.names(), this::frame);
    }

    /** The lines of a server-sent event. JSON has no line breaks. */
    String lines() {
        return "event: " + event + "\ndata: " + (payload == null ? "undefined" : payload) + "\n\n";
    }

    private String frame(List<String> stream) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("stream", stream);
        frame.put("event", event);
        if (payload != null) {
            frame.put("payload", payload);
        }
        return JSON.writeValueAsString(frame);
    }
}
