package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.microblog.bench.Platform;

/** Fills the databases of user-service and post-service, both at once. The same seed and scale make the same rows. */
public final class Generator {

    private final Platform platform;
    private final Consumer<String> progress;

    /** @param progress told of each table */
    public Generator(Platform platform, Consumer<String> progress) {
        this.platform = platform;
        this.progress = progress;
    }

    /** Makes the data unless they are there. */
    public void provide(long seed, Scale scale) throws SQLException {
        if (!isThere("user_service", seed, scale) || !isThere("post_service", seed, scale)) {
            generate(seed, scale);
        }
    }

    /**
     * Replaces the data of earlier runs.
     *
     * @throws IllegalStateException when there are others than those
     */
    public void generate(long seed, Scale scale) throws SQLException {
        progress.accept("Generating %,d people and %,d posts (seed %d)".formatted(scale.people(), scale.posts(), seed));
        World world = World.of(seed, scale);
        CompletableFuture<Void> users = fill("user_service", store -> new UserRows(world).writeTo(store));
        CompletableFuture<Void> posts = fill(
                "post_service", store -> new PostRows(world, platform.gateway().toString()).writeTo(store));
        CompletableFuture.allOf(users, posts).join();
    }

    private interface Writing {
        void writeTo(Store store) throws SQLException;
    }

    private CompletableFuture<Void> fill(String service, Writing rows) {
        return CompletableFuture.runAsync(() -> {
            try (Connection connection = platform.connect(service)) {
                rows.writeTo(new Store(service, connection, progress));
            } catch (SQLException e) {
                throw new IllegalStateException(service + " could not be filled: " + e.getMessage(), e);
            }
        });
    }

    private boolean isThere(String service, long seed, Scale scale) throws SQLException {
        try (Connection connection = platform.connect(service);
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('bench_data') IS NOT NULL")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet found = statement.executeQuery(
                    "SELECT 1 FROM bench_data WHERE seed = %d AND scale = %d".formatted(seed, scale.factor()))) {
                return found.next();
            }
        }
    }
}
