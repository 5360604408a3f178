package io.microblog.local.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line against a search-service that answers as it is told. */
class ReindexCommandTests {

    @TempDir
    Path home = Path.of("");

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private final List<String> requests = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final HttpServer server = server();
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                secrets(),
                "KEY_LAUNCHER_TO_SEARCH_SERVICE=" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void showsHowFarItIsUntilTheNewIndexServes() {
        answers.add(index("'live': 'posts-v1-1', 'ordered': 'REBUILD', 'copied': 0"));
        answers.add(index("'live': 'posts-v1-1', 'building': 'posts-v1-2', 'copied': 1000"));
        answers.add(index("'live': 'posts-v1-2', 'previous': 'posts-v1-1', 'copied': 4000"));

        assertThat(run()).isZero();
        assertThat(requests)
                .containsExactly(
                        "POST /internal/admin/indices/reindex",
                        "GET /internal/admin/indices",
                        "GET /internal/admin/indices");
        assertThat(output.toString()).contains("posts: 1,000 of 4,000 rows, ", "posts: posts-v1-2 serves.");
    }

    @Test
    void failsWhenTheOldIndexStillServes() {
        answers.add(index("'live': 'posts-v1-1', 'ordered': 'ROLL_BACK', 'copied': 0"));
        answers.add(index("'live': 'posts-v1-1', 'copied': 4000"));

        assertThat(run("--rollback")).isEqualTo(1);
        assertThat(requests.getFirst()).isEqualTo("POST /internal/admin/indices/roll-back");
        assertThat(output.toString()).contains("posts: posts-v1-1 still serves; the log of search-service says why.");
    }

    @Test
    void passesOnWhyItCannotBe() {
        status = 409;
        answers.add("{\"error\":\"An index is being built already\"}");

        assertThat(run()).isEqualTo(1);
        assertThat(errors.toString()).contains("409", "An index is being built already");
    }

    private static String index(String fields) {
        return "[{'kind': 'posts', 'rows': 4000, 'dirty': 0, %s}]"
                .formatted(fields)
                .replace('\'', '"');
    }

    private Path secrets() {
        return home.resolve("secrets.properties");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "reindex",
                "--search-service",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--secrets",
                secrets().toString()));
        all.addAll(List.of(arguments));
        return Microblog.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
