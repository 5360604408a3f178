package io.microblog.kit.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** As much of S3's REST protocol as there is to one bucket: PUT, HEAD, GET and DELETE of objects, addressed by path. */
final class BucketServer implements AutoCloseable {

    /** An object and the headers that it was put with. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(byte[] bytes, Headers headers) {}

    private final HttpServer server;
    private final Map<String, Stored> objects = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long delay;

    BucketServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<String, Stored> objects() {
        return objects;
    }

    List<String> calls() {
        return new ArrayList<>(calls);
    }

    /** The next so many calls fail. */
    void failNext(int times) {
        failures.set(times);
    }

    void delayAll(long millis) {
        delay = millis;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            calls.add(call.getRequestMethod() + " " + call.getRequestURI());
            pause();
            String signature =
                    Objects.requireNonNullElse(call.getRequestHeaders().getFirst("Authorization"), "");
            if (!signature.startsWith("AWS4-HMAC-SHA256 Credential=key/") || !signature.contains("/eu-west-1/s3/")) {
                refuse(call, 403, "AccessDenied");
            } else if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                refuse(call, 503, "SlowDown");
            } else {
                serve(call, body);
            }
        }
    }

    private void serve(HttpExchange call, byte[] body) throws IOException {
        String path = call.getRequestURI().getPath();
        Stored stored = objects.get(path);
        switch (call.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, new Stored(body, call.getRequestHeaders()));
                call.getResponseHeaders().set("ETag", "\"1\"");
                call.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(path);
                call.sendResponseHeaders(204, -1);
            }
            default -> {
                if (stored == null) {
                    refuse(call, 404, "NoSuchKey");
                } else {
                    send(call, stored.bytes());
                }
            }
        }
    }

    private static void send(HttpExchange call, byte[] bytes) throws IOException {
        if (call.getRequestMethod().equals("HEAD")) {
            call.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            call.sendResponseHeaders(200, -1);
        } else {
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private static void refuse(HttpExchange call, int status, String code) throws IOException {
        byte[] body = "<Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, code)
                .getBytes(StandardCharsets.UTF_8);
        boolean bare = call.getRequestMethod().equals("HEAD");
        call.sendResponseHeaders(status, bare ? -1 : body.length);
        if (!bare) {
            call.getResponseBody().write(body);
        }
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
