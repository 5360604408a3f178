package io.microblog.local.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks plain HTTP to a sandbox, with the same headers in every request. */
public final class SandboxClient implements AutoCloseable {

    /** An answer, as a client gets it. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String[] headers;

    /** Takes the headers as names and values in turn. */
    public SandboxClient(String url, String... headers) {
        this.url = url;
        this.headers = headers;
    }

    public Answer get(String path) {
        return send("GET", path, "", PATIENCE);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, PATIENCE);
    }

    public Answer post(String path, String json, Duration patience) {
        return send("POST", path, json, patience);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json, PATIENCE);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", PATIENCE);
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer send(String method, String path, String body, Duration patience) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(patience);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
