package io.microblog.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who listens to a stream, and keeps a ledger of the posts that came by it and when. */
public final class StreamSocket implements AutoCloseable, WebSocket.Listener {

    /** How a frame with a new post begins; the rest is not read, as it would cost what the load is for. */
    private static final String NEW_POST = "\"event\":\"update\",\"payload\":\"{\\\"id\\\":\\\"";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Long, Long> arrivals = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile @Nullable String ended;

    /**
     * Opens a socket and waits until it stands.
     *
     * @param query names the stream
     */
    public static StreamSocket open(HttpClient http, URI gateway, String query, String token) {
        var listener = new StreamSocket();
        URI address = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/api/v1/streaming?" + query);
        listener.socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(address, listener)
                .join();
        return listener;
    }

    /** When each post came, by its id, in the nanoseconds of {@link System#nanoTime}. */
    public Map<Long, Long> arrivals() {
        return arrivals;
    }

    /** Why the other side ended it; null while it has not. */
    public @Nullable String ended() {
        return ended;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            long now = System.nanoTime();
            long id = postIn(text);
            if (id != 0) {
                arrivals.putIfAbsent(id, now);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended = status + " " + reason;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended = error.toString();
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /** The id of the new post that a frame tells of; 0 for all else. */
    static long postIn(CharSequence frame) {
        String whole = frame.toString();
        int at = whole.indexOf(NEW_POST);
        if (at >= 0) {
            int from = at + NEW_POST.length();
            return Long.parseLong(whole.substring(from, whole.indexOf('\\', from)));
        }
        JsonNode message = JSON.readTree(whole);
        return message.path("event").asString("").equals("update")
                ? JSON.readTree(message.path("payload").asString()).path("id").asLong()
                : 0;
    }
}
