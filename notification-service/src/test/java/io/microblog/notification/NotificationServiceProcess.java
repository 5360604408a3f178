package io.microblog.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.microblog.testing.ServiceProcess;
import io.microblog.testing.TestTokens;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ApplicationContext;

import static org.awaitility.Awaitility.await;

/** A further notification-service, in a process of its own that can be killed. */
public final class NotificationServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServiceProcess process;

    private NotificationServiceProcess(ServiceProcess process) {
        this.process = process;
    }

    /**
     * Starts it on the engines and beside the neighbours of a test, and waits until it has streams.
     *
     * @param test the context of the instance in this process
     * @param further properties by name in which it differs
     */
    public static NotificationServiceProcess start(ApplicationContext test, Map<String, String> further)
            throws IOException {
        NotificationServiceProcess instance = begin(test, further);
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(instance::hasStreams);
        return instance;
    }

    /** The same, without waiting: for an instance that reads no events, and so never has streams. */
    public static NotificationServiceProcess startWithoutEvents(ApplicationContext test, Map<String, String> further)
            throws IOException {
        var settings = new HashMap<>(further);
        settings.put("spring.kafka.listener.auto-startup", "false");
        return begin(test, settings);
    }

    private static NotificationServiceProcess begin(ApplicationContext test, Map<String, String> further)
            throws IOException {
        var settings = settings(test);
        settings.putAll(further);
        return new NotificationServiceProcess(ServiceProcess.start(NotificationServiceApplication.class, settings));
    }

    /** Where it answers requests. */
    public int port() {
        return process.port();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }

    private static Map<String, String> settings(ApplicationContext test) {
        var database = test.getBean(JdbcConnectionDetails.class);
        var settings = new HashMap<String, String>();
        settings.put("spring.datasource.url", database.getJdbcUrl());
        settings.put("spring.datasource.username", String.valueOf(database.getUsername()));
        settings.put("spring.datasource.password", String.valueOf(database.getPassword()));
        settings.put(
                "spring.kafka.bootstrap-servers",
                String.join(",", test.getBean(KafkaConnectionDetails.class).getBootstrapServers()));
        settings.put("microblog.node", "1");
        Stream.of(
                        "microblog.link-key",
                        "microblog.push.vapid-key",
                        "microblog.security.keys-to",
                        "microblog.security.keys-from",
                        "microblog.security.jwks-url",
                        "microblog.services.user-service",
                        "microblog.services.post-service",
                        "microblog.mail.postmark.url",
                        "microblog.mail.postmark.token",
                        "microblog.mail.postmark.read-timeout",
                        "microblog.mail.join-window",
                        "microblog.mail.delivery.poll-interval",
                        "microblog.mail.delivery.grace",
                        "microblog.mail.delivery.security-grace",
                        "microblog.mail.delivery.first-retry",
                        "microblog.mail.delivery.longest-retry",
                        "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state")
                .forEach(name -> settings.put(name, test.getEnvironment().getRequiredProperty(name)));
        return settings;
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
