package io.microblog.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.microblog.local.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** Answers as the platform and the mail sandbox would, as far as the demo asks, and counts what was written. */
final class StubPlatform implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final AtomicInteger failuresAfter = new AtomicInteger(Integer.MAX_VALUE);
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> writes = new ConcurrentHashMap<>();

    StubPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Everything is refused after so many more posts; a negative number ends that. */
    void breakAfter(int posts) {
        failuresAfter.set(posts < 0 ? Integer.MAX_VALUE : posts);
    }

    int count(String kind) {
        return writes.getOrDefault(kind, new AtomicInteger()).get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean isPost = path.equals("/api/v1/statuses");
            if (isPost && failuresAfter.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : left - 1) <= 0) {
                send(exchange, 500, "{}");
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")) {
                writes.computeIfAbsent(kind(path), _ -> new AtomicInteger()).incrementAndGet();
            }
            answer(exchange, path, body);
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        String id = "\"id\":\"" + ids.incrementAndGet() + "\"";
        switch (path) {
            case "/api/v1/accounts" -> send(exchange, 200, "{\"access_token\":\"" + email(body) + "\"}");
            case "/api/v1/accounts/verify_credentials" -> {
                String token =
                        exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
                send(exchange, confirmed.contains(token) ? 200 : 403, "{" + id + "}");
            }
            case "/messages/outbound" ->
                send(
                        exchange,
                        200,
                        "{\"Messages\":[{\"MessageID\":\"" + query.replaceFirst(".*recipient=", "") + "\"}]}");
            case "/auth/confirmation" -> {
                if (exchange.getRequestMethod().equals("POST")) {
                    confirmed.add(URLDecoder.decode(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                            .replaceFirst("token=", ""));
                }
                String token = query.replaceFirst("token=", "");
                send(exchange, 200, "<form><input type=\"hidden\" name=\"token\" value=\"" + token + "\" /></form>");
            }
            default -> {
                String recipient = path.replaceFirst("/messages/outbound/(.*)/details", "$1");
                send(
                        exchange,
                        200,
                        "{" + id
                                + ",\"access_token\":\"app\",\"TextBody\":\"Go to http://elsewhere/auth/confirmation?token="
                                + recipient + "\"}");
            }
        }
    }

    private static String email(byte[] body) {
        JsonNode request = Json.PLAIN.readTree(body);
        return request.path("email").asString();
    }

    private static String kind(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
