package io.microblog.notification.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's program that listens, as the gateway connects it. */
final class StreamClient implements AutoCloseable, WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    /** Opens a WebSocket; the status of the answer in {@code Refused} when there is none. */
    static StreamClient open(int port, String query, String token, String peer) {
        var client = new StreamClient();
        try {
            client.socket = HTTP.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .header("X-Forwarded-For", peer)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/streaming" + query), client)
                    .join();
            return client;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    /** Reads server-sent events line by line. */
    static Events events(int port, String path, String token) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> response = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/streaming" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("X-Forwarded-For", "198.51.100.7")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        return new Events(response);
    }

    /** A connection that says nothing and reads nothing after the handshake. */
    static Socket silent(int port, String query, String token) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET /api/v1/streaming" + query + " HTTP/1.1",
                                "Host: localhost",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "X-Forwarded-For: 198.51.100.8",
                                "Authorization: Bearer " + token,
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The server opened no socket. */
    static final class Refused extends RuntimeException {

        private final int status;

        Refused(int status) {
            super("Answered " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** An answer without end. */
    record Events(HttpResponse<java.io.InputStream> response) implements AutoCloseable {

        /** The lines up to one that begins like this; empty when the answer ends before. */
        List<String> until(String beginning) throws IOException {
            List<String> lines = new ArrayList<>();
            String line = line();
            while (line != null) {
                lines.add(line);
                if (line.startsWith(beginning)) {
                    return List.copyOf(lines);
                }
                line = line();
            }
            return List.of();
        }

        private @Nullable String line() throws IOException {
            var line = new java.io.ByteArrayOutputStream();
            int next = response.body().read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = response.body().read();
            }
            return next < 0 ? null : line.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }

    StreamClient sends(String message) {
        socket().sendText(message, true).join();
        return this;
    }

    StreamClient subscribes(String stream) {
        return sends("{\"type\":\"subscribe\",\"stream\":\"" + stream + "\"}");
    }

    /** The next message. */
    JsonNode hears() throws InterruptedException {
        JsonNode message = messages.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            throw new AssertionError("Nothing was heard");
        }
        return message;
    }

    /** What came so far and was not asked for. */
    List<JsonNode> rest() {
        return List.copyOf(messages);
    }

    /** The status with which the server closed it, in time. */
    int closedWithin(Duration time) {
        return closed.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket().abort();
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("Not open");
        }
        return socket;
    }
}
