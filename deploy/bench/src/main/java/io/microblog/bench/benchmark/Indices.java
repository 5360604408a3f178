package io.microblog.bench.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

import io.microblog.bench.Platform;
import io.microblog.bench.load.HttpAnswer;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Search's indices: built anew by order, and asked directly. */
final class Indices {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Platform platform;

    Indices(Platform platform) {
        this.platform = platform;
    }

    /** Builds them from the rows where they do not hold as many documents. */
    void fill(Consumer<String> progress) throws Exception {
        if (posts() != rows()) {
            double seconds = rebuild();
            progress.accept("search-service: %,d rows indexed in %.1f s".formatted(rows(), seconds));
        }
    }

    /**
     * Has search-service build them anew.
     *
     * @return seconds from the order until the posts are served from the new one
     */
    double rebuild() throws Exception {
        try (Connection rows = platform.connect("search_service")) {
            // The service makes its first ones by itself, and refuses an order meanwhile.
            awaitRest(rows);
            String before = live(rows, "posts");
            long start = System.nanoTime();
            order();
            await(rows, "posts", before);
            double seconds = (System.nanoTime() - start) / 1e9;
            awaitRest(rows);
            return seconds;
        }
    }

    private static void awaitRest(Connection rows) throws Exception {
        await(rows, "posts", null);
        await(rows, "accounts", null);
    }

    private void order() throws IOException {
        String token = Access.launcherToken(platform);
        try (HttpConnection search = new HttpConnection(platform.searchService())) {
            search.expect(200, HttpCall.postJson("/internal/admin/indices/reindex", token, ""));
        }
    }

    /** Until nothing is ordered or being built; fails when the one before still serves then. */
    private static void await(Connection rows, String kind, @Nullable String before) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isBusy(rows, kind)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(kind + " were not indexed within " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
        if (before != null && before.equals(live(rows, kind))) {
            throw new IllegalStateException("The log of search-service says why " + kind + " were not indexed");
        }
    }

    private static boolean isBusy(Connection rows, String kind) throws SQLException {
        try (Statement statement = rows.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM search_index WHERE kind = '" + kind
                        + "' AND (live IS NULL OR building IS NOT NULL OR ordered IS NOT NULL)")) {
            return found.next();
        }
    }

    private static @Nullable String live(Connection rows, String kind) throws SQLException {
        try (Statement statement = rows.createStatement();
                ResultSet found = statement.executeQuery("SELECT live FROM search_index WHERE kind = '" + kind + "'")) {
            found.next();
            return found.getString(1);
        }
    }

    /** How many posts have a row. */
    long rows() throws SQLException {
        try (Connection connection = platform.connect("search_service");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT count(*) FROM post_document WHERE emptied_at IS NULL")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** How many posts are indexed; none where there is no index. */
    private long posts() throws IOException {
        try (HttpConnection engine = new HttpConnection(platform.elasticsearch())) {
            HttpAnswer answer = engine.send(HttpCall.get("/posts/_count", null));
            return answer.status() == 200 ? answer.json().path("count").asLong() : -1;
        }
    }

    /** Asks Elasticsearch; anything but success is a failure. */
    static JsonNode ask(HttpConnection engine, String method, String path, String json) throws IOException {
        HttpAnswer answer = engine.send(HttpCall.json(method, path, json));
        if (answer.status() >= 300) {
            throw new IOException(method + " " + path + " was answered " + answer.status() + ": " + answer.body());
        }
        return Objects.requireNonNull(answer.json());
    }
}
