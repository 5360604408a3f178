package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.microblog.bench.Platform;

/** Fills the services' databases, several at once. The same seed and scale make the same rows. */
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
        DataSet data = new DataSet(seed, scale.factor());
        if (!isThere("user_service", data) || !isThere("post_service", data)) {
            generate(seed, scale);
        }
    }

    /** Makes what search-service knows of the same people and posts, unless it is there. */
    public void provideSearch(long seed, Scale scale) throws SQLException {
        if (!isThere("search_service", new DataSet(seed, scale.factor()))) {
            World world = World.of(seed, scale);
            fill(
                            "search_service",
                            store -> new SearchRows(world, platform.gateway().toString()).writeTo(store))
                    .join();
        }
    }

    /** Puts the judged collection in place of all other data, unless it is there. */
    public void provide(CollectionData collection) throws SQLException {
        List<String> services = List.of("user_service", "post_service", "search_service");
        for (String service : services) {
            if (!isThere(service, collection.data())) {
                progress.accept("Writing the judged collection into " + service);
                fill(service, store -> new CollectionRows(collection).writeTo(service, store))
                        .join();
            }
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

    private boolean isThere(String service, DataSet data) throws SQLException {
        try (Connection connection = platform.connect(service);
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('bench_data') IS NOT NULL")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet found = statement.executeQuery(
                    "SELECT 1 FROM bench_data WHERE seed = %d AND scale = %d".formatted(data.seed(), data.scale()))) {
                return found.next();
            }
        }
    }
}
