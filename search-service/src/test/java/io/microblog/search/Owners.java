package io.microblog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
        List<Long> ids = Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(parameter -> Long.valueOf(parameter.substring("id=".length())))
                .toList();
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                path,
                ids,
                exchange.getRequestHeaders().getFirst("Microblog-Reader"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        pause();
        byte[] body = body(path, ids).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private String body(String path, List<Long> ids) {
        String kind = path.endsWith("statuses") ? "status" : "account";
        return ids.stream()
                .filter(id -> !hidden.contains(id))
                .map(id -> "{\"id\": \"%d\", \"madeBy\": \"the owner of the %s\", \"none\": null%s}"
                        .formatted(id, kind, unlisted.contains(id) ? ", \"account\": {\"indexable\": false}" : ""))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
