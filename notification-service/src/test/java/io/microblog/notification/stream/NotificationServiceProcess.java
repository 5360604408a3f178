package io.microblog.notification.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.microblog.notification.NotificationServiceApplication;
import io.microblog.testing.ServiceProcess;
import io.microblog.testing.TestTokens;

import static org.awaitility.Awaitility.await;

/** A further notification-service, in a process of its own that can be killed. */
final class NotificationServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServiceProcess process;

    private NotificationServiceProcess(ServiceProcess process) {
        this.process = process;
    }

    /**
     * Starts it and waits until it has streams.
     *
     * @param settings properties by name, besides its ports
     */
    static NotificationServiceProcess start(Map<String, String> settings) throws IOException {
        var instance =
                new NotificationServiceProcess(ServiceProcess.start(NotificationServiceApplication.class, settings));
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(instance::hasStreams);
        return instance;
    }

    int port() {
        return process.port();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean hasStreams() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The second instance ended, see " + ServiceProcess.LOG);
        }
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + "/api/v1/streaming?stream=user"))
                .header("Authorization", "Bearer " + TestTokens.forAccount(1))
                .header("Microblog-Preflight", "websocket")
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
    }
}
