package io.microblog.post.instances;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.post.PostServiceApplication;
import io.microblog.testing.TestTokens;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** A further post-service, in a process of its own that can be killed. */
final class SecondInstance implements AutoCloseable {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_OUT).build();
    private final int port;
    private final Process process;

    private SecondInstance(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param settings properties by name, besides its addresses
     */
    static SecondInstance start(Map<String, String> settings) throws IOException {
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
                PostServiceApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + freePort()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/second-instance.log"))
                .start();
        var instance = new SecondInstance(port, process);
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
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
        http.close();
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The second instance ended, see target/second-instance.log");
        }
        return http.send(request("/api/v1/timelines/public").build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIME_OUT);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
