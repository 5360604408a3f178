package io.microblog.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** Listens to what happens by Server-Sent Events until it is closed. */
final class EventStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end;

    /** @param name behind {@code /api/v1/streaming/} */
    EventStream(String name, String authorization) {
        URI uri = URI.create(RunningPlatform.URL + "/api/v1/streaming/" + name);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .build();
        HttpResponse<Stream<String>> response = open(request);
        assertThat(response.statusCode()).isEqualTo(200);
        end = CompletableFuture.runAsync(() -> response.body().forEach(lines::add), Thread::startVirtualThread);
        Awaitility.await("the first heartbeat").atMost(PATIENCE).until(() -> !lines.isEmpty());
    }

    private HttpResponse<Stream<String>> open(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean told(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    void await(String words) {
        Awaitility.await(words + " by a stream").atMost(PATIENCE).until(() -> told(words));
    }

    void awaitEnd() {
        Awaitility.await("the end of a stream").atMost(PATIENCE).until(end::isDone);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
