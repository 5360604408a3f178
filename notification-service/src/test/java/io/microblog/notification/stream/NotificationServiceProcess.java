package io.microblog.notification.stream;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.notification.NotificationServiceApplication;
import io.microblog.testing.TestTokens;

import static org.awaitility.Awaitility.await;

/** A further notification-service, in a process of its own that can be killed. */
final class NotificationServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Process process;

    private NotificationServiceProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it has streams.
     *
     * @param settings properties by name, besides its ports
     */
    static NotificationServiceProcess start(Map<String, String> settings) throws IOException {
        int port = freePort();
        String tests = File.separator + "test-classes";
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(tests))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                NotificationServiceApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + freePort()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/second-instance.log"))
                .start();
        var instance = new NotificationServiceProcess(port, process);
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(instance::hasStreams);
        return instance;
    }

    int port() {
        return port;
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    private boolean hasStreams() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The second instance ended, see target/second-instance.log");
        }
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/streaming?stream=user"))
                .header("Authorization", "Bearer " + TestTokens.forAccount(1))
                .header("Microblog-Preflight", "websocket")
                .timeout(Duration.ofSeconds(5))
                .build();
        return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
