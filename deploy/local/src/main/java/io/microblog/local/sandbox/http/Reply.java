package io.microblog.local.sandbox.http;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

/**
 * An answer to be sent.
 *
 * @param headers sent as they are, {@code Content-Type} among them
 */
public record Reply(int status, Map<String, String> headers, String body) {

    /** JSON with the names of {@link Json#PLAIN}. */
    public static Reply json(int status, Object value) {
        return json(status, value, Json.PLAIN);
    }

    public static Reply json(int status, Object value, JsonMapper mapper) {
        return of(status, "application/json; charset=utf-8", mapper.writeValueAsString(value));
    }

    public static Reply html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html);
    }

    public static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    public Reply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, Collections.unmodifiableMap(more), body);
    }

    Reply retryAfter(Duration wait) {
        return with("Retry-After", String.valueOf(wait.toSeconds()));
    }
}
