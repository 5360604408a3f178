package io.microblog.translation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.microblog.testing.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** Somebody with an app, talking to one instance over HTTP. */
public record Reader(long accountId, int port) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(task -> Thread.ofVirtual().start(task))
            .build();

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        public String content() {
            return body.path("content").asString("");
        }

        public String error() {
            return body.path("error").asString("");
        }
    }

    /** A reader of an instance that knows its languages. */
    public static Reader of(long accountId, int port) {
        var reader = new Reader(accountId, port);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        reader.get("/api/v1/instance/translation_languages").status() == 200);
        return reader;
    }

    /** Into the reader's own language, which is German. */
    public Answer translates(APost post) {
        return post("/api/v1/statuses/" + post.id() + "/translate", "");
    }

    public Answer translates(APost post, String lang) {
        return post(
                "/api/v1/statuses/" + post.id() + "/translate",
                "{\"lang\": %s}".formatted(JSON.writeValueAsString(lang)));
    }

    public Answer post(String path, String json) {
        return post(path, json, TestTokens.forAccount(accountId));
    }

    public Answer post(String path, String json, String token) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "de-DE,de;q=0.9,en;q=0.5")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** As somebody signed out. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
