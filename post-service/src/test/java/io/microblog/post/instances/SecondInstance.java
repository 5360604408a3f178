package io.microblog.post.instances;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.microblog.post.PostServiceApplication;
import io.microblog.testing.ServiceProcess;
import io.microblog.testing.TestTokens;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** A further post-service, in a process of its own that can be killed. */
final class SecondInstance implements AutoCloseable {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_OUT).build();
    private final ServiceProcess process;

    private SecondInstance(ServiceProcess process) {
        this.process = process;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param settings properties by name, besides its addresses
     */
    static SecondInstance start(Map<String, String> settings) throws IOException {
        var instance = new SecondInstance(ServiceProcess.start(PostServiceApplication.class, settings));
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(instance::answers);
        return instance;
    }

    /** What a person's post is answered with; a time-out or a lost connection is an exception. */
    HttpResponse<String> post(long author, String key, Map<String, ?> status) throws IOException, InterruptedException {
        return http.send(
                request("/api/v1/statuses")
                        .header("Authorization", "Bearer " + TestTokens.forAccount(author))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(status)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
        http.close();
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The second instance ended, see " + ServiceProcess.LOG);
        }
        return http.send(request("/api/v1/timelines/public").build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + path))
                .timeout(TIME_OUT);
    }
}
