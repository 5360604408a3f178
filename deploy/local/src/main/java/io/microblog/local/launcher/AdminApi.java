package io.microblog.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.microblog.local.sandbox.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a service does for administrators, asked of it with the identity of a service. */
final class AdminApi {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String service;
    private final String url;
    private final String key;

    /**
     * @param service that is asked
     * @param url of the service
     * @param key that the service shares with the launcher, in base64
     */
    AdminApi(String service, String url, String key) {
        this.service = service;
        this.url = url;
        this.key = key;
    }

    /** @throws LauncherException when the service refuses or does not answer */
    JsonNode get(String path) {
        return accepted(send(request(path).GET().build()));
    }

    /**
     * @param name stands in the path, as a person typed it
     * @return whether there is somebody of that name
     * @throws LauncherException when the service refuses or does not answer
     */
    boolean post(String before, String name, String after) {
        String segment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        HttpResponse<String> response = send(
                request(before + segment + after).POST(BodyPublishers.noBody()).build());
        if (response.statusCode() == 404) {
            return false;
        }
        accepted(response);
        return true;
    }

    /** @throws LauncherException when the service refuses or does not answer */
    JsonNode post(String path) {
        return accepted(send(request(path).POST(BodyPublishers.noBody()).build()));
    }

    /** The name of the key that a service shares with the launcher. */
    static String key(String service) {
        return Topology.key(Topology.LAUNCHER, service);
    }

    private JsonNode accepted(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> Json.PLAIN.readTree(response.body());
            case 401 ->
                throw new LauncherException(service + " at " + url + " does not accept this " + key(service) + ".");
            default ->
                throw new LauncherException(
                        service + " at " + url + " answered " + response.statusCode() + ": " + error(response.body()));
        };
    }

    private static String error(String body) {
        try {
            return Json.PLAIN.readTree(body).path("error").asString("");
        } catch (JacksonException e) {
            return "nothing that could be read";
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + ServiceToken.of(key, Topology.LAUNCHER, service));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LauncherException(
                    "%s at %s does not answer (%s). Is the platform up?".formatted(service, url, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
