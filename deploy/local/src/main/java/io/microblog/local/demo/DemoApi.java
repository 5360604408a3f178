package io.microblog.local.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.microblog.local.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The platform's public API. A server that is busy or starting is asked again for a while. */
final class DemoApi {

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
    private static final int ATTEMPTS = 8;

    private final HttpClient http;
    private final String base;

    /** @param base as http://localhost:8080 */
    DemoApi(String base) {
        this(base, client().build());
    }

    private DemoApi(String base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
    }

    /** The same with cookies of its own, as the server's pages need them. */
    DemoApi browser() {
        return new DemoApi(base, client().cookieHandler(new CookieManager()).build());
    }

    /** @throws DemoException with what the server said when it refuses */
    JsonNode get(String path, @Nullable String token, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token);
        headers.forEach(request::header);
        return accepted(path, send(request::build));
    }

    /** The answer, whatever its status. */
    HttpResponse<String> tryGet(String path, @Nullable String token) {
        return send(request(path, token)::build);
    }

    JsonNode post(String path, @Nullable String token, Map<String, ?> body) {
        return accepted(path, tryPost(path, token, "", body));
    }

    /** @param idempotencyKey makes a repeat of the request harmless; may be empty */
    JsonNode post(String path, String token, String idempotencyKey, Map<String, ?> body) {
        return accepted(path, tryPost(path, token, idempotencyKey, body));
    }

    /** The answer, whatever its status. */
    HttpResponse<String> tryPost(String path, @Nullable String token, String idempotencyKey, Map<String, ?> body) {
        HttpRequest.Builder request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.PLAIN.writeValueAsBytes(body)));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request::build);
    }

    /** The answer to a form of a page, whatever its status. */
    HttpResponse<String> tryForm(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))::build);
    }

    JsonNode send(String method, String path, String token, Multipart form) {
        return accepted(
                path,
                send(request(path, token)
                        .header("Content-Type", form.contentType())
                        .method(method, BodyPublishers.ofByteArray(form.bytes()))::build));
    }

    static JsonNode accepted(String path, HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new DemoException("%s answered %d: %s".formatted(path, response.statusCode(), response.body()));
        }
        try {
            return Json.PLAIN.readTree(response.body());
        } catch (JacksonException e) {
            // A page, not an answer of the API.
            return Json.PLAIN.createObjectNode();
        }
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, text/html;q=0.5");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(Supplier<HttpRequest> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request.get(), HttpResponse.BodyHandlers.ofString());
                if (attempt == ATTEMPTS || !TRY_AGAIN.contains(response.statusCode())) {
                    return response;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new DemoException(base + " does not answer. Is the platform up?", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoException("interrupted", e);
            }
            Pause.of(Duration.ofMillis(250L * attempt));
        }
    }
}
