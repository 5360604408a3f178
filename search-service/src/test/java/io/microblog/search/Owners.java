package io.microblog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** post-service and user-service as search sees them: they make JSON of ids and keep some to themselves. */
public final class Owners implements AutoCloseable {

    /** A request that came. */
    public record Request(
            String path,
            List<Long> ids,
            @Nullable String reader,
            @Nullable String authorization) {}

    private final HttpServer server;
    private final Set<Long> hidden = ConcurrentHashMap.newKeySet();
    private final Set<Long> unlisted = ConcurrentHashMap.newKeySet();
    private final Set<String> unlistedTags = ConcurrentHashMap.newKeySet();
    private final Set<Long> kept = ConcurrentHashMap.newKeySet();
    private final Map<Long, String> shown = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Duration delay = Duration.ZERO;

    Owners() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/", this::answer);
        server.setExecutor(request -> Thread.ofVirtual().start(request));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void hide(long id) {
        hidden.add(id);
    }

    /** The status' author does not want to be found any more. */
    public void unlist(long id) {
        unlisted.add(id);
    }

    /** Moderators do not want people to come across the hashtag. */
    public void unlist(String hashtag) {
        unlistedTags.add(hashtag);
    }

    /** The reader boosted, favourited or bookmarked it. */
    public void keep(long id) {
        kept.add(id);
    }

    /** What is said of the status besides its id, as JSON with a comma before. */
    public void show(long id, String fields) {
        shown.put(id, fields);
    }

    public void fail(int withStatus) {
        status = withStatus;
    }

    public void delay(Duration each) {
        delay = each;
    }

    public void heal() {
        status = 200;
        delay = Duration.ZERO;
        hidden.clear();
        unlisted.clear();
        unlistedTags.clear();
        kept.clear();
        shown.clear();
        requests.clear();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        List<Long> ids = ids(exchange.getRequestURI().getQuery());
        requests.add(new Request(
                path,
                ids,
                exchange.getRequestHeaders().getFirst("Microblog-Reader"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        pause();
        String json = path.endsWith("library") ? kept.toString() : body(path, ids);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static List<Long> ids(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .map(parameter -> Long.valueOf(parameter.substring("id=".length())))
                        .toList();
    }

    private String body(String path, List<Long> ids) {
        if (path.endsWith("hashtags/unlisted")) {
            return unlistedTags.stream().map("\"%s\""::formatted).collect(Collectors.joining(",", "[", "]"));
        }
        String kind = path.endsWith("statuses") ? "status" : "account";
        return ids.stream()
                .filter(id -> !hidden.contains(id))
                .map(id -> "{\"id\": \"%d\", \"madeBy\": \"the owner of the %s\", \"none\": null%s}"
                        .formatted(id, kind, fields(id)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String fields(long id) {
        return unlisted.contains(id) ? ", \"account\": {\"indexable\": false}" : shown.getOrDefault(id, "");
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
