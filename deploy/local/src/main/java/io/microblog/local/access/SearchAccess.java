package io.microblog.local.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.microblog.local.sandbox.http.Json;

/**
 * Opens an Elasticsearch to search-service: a user who may do anything with its own indices and templates, and nothing
 * else.
 */
public final class SearchAccess {

    private static final String SERVICE = "search-service";
    private static final String ADMINISTRATOR = "elastic";

    /** The aliases and the indices behind them. */
    static final List<String> INDICES = List.of("posts", "posts-v*", "accounts", "accounts-v*");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI server;
    private final String authorization;

    /** @param administrator the password of {@code elastic} */
    public SearchAccess(URI server, String administrator) {
        this.server = server;
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((ADMINISTRATOR + ":" + administrator).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * May be done again at any time.
     *
     * @param password of search-service's user
     * @throws IOException when Elasticsearch refuses or does not answer
     */
    public void grant(String password) throws IOException, InterruptedException {
        put(
                "role",
                Map.of(
                        "cluster", List.of("manage_index_templates"),
                        "indices", List.of(Map.of("names", INDICES, "privileges", List.of("all")))));
        put("user", Map.of("password", password, "roles", List.of(SERVICE)));
    }

    private void put(String kind, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/_security/" + kind + "/" + SERVICE))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.PLAIN.writeValueAsBytes(body)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "Elasticsearch answered %d to the %s: %s".formatted(response.statusCode(), kind, response.body()));
        }
    }
}
