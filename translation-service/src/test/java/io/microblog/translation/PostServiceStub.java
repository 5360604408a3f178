package io.microblog.translation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** post-service as translation sees it: it gives the text of a post to whoever may read it. */
public final class PostServiceStub implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Enough for a thousand who connect at once. */
    private static final int BACKLOG = 2_000;

    private final HttpServer server;
    private final Map<Long, APost> posts = new ConcurrentHashMap<>();
    private final List<String> readers = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    public PostServiceStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/statuses/", this::answer);
        server.setExecutor(request -> Thread.ofVirtual().start(request));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public APost put(APost post) {
        posts.put(post.id(), post);
        return post;
    }

    public void remove(APost post) {
        posts.remove(post.id());
    }

    public void fail(int withStatus) {
        status = withStatus;
    }

    public void heal() {
        status = 200;
        readers.clear();
    }

    /** Whose eyes read, in the order of the requests. */
    public List<String> readers() {
        return List.copyOf(readers);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        readers.add(Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Microblog-Reader")));
        boolean identified = exchange.getRequestHeaders().containsKey("Authorization");
        APost post = identified && path[4].equals("text") ? posts.get(Long.valueOf(path[3])) : null;
        byte[] body = JSON.writeValueAsBytes(post == null ? Map.of("error", "Record not found") : text(post));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(post == null && status == 200 ? 404 : status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, @Nullable Object> text(APost post) {
        var text = new java.util.HashMap<String, @Nullable Object>();
        text.put("id", String.valueOf(post.id()));
        text.put("version", post.version());
        text.put("visibility", post.visibility().wireName());
        text.put("language", post.language());
        text.put("content", post.content());
        text.put("spoiler_text", post.spoilerText());
        text.put("muted", false);
        return text;
    }
}
