package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.PostgresEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The generated rows in tables as the services' migrations make them, owned by somebody with no more rights than a service. */
class StoreIntegrationTests {

    private static final String PASSWORD = "password";

    private static final String MIGRATIONS = "src/main/resources/db/migration";
    private static final List<String> OF_THE_KIT =
            List.of("service-kit/backbone/src/main/resources/db/kit", "service-kit/media/src/main/resources/db/media");

    private final PostgresEngine postgres = EphemeralEngines.postgres();
    private final World world = World.of(7, new Scale(1));

    @Test
    void fillUserServiceAgainAndAgain() throws Exception {
        try (Connection connection = migrated("user-service", OF_THE_KIT)) {
            new UserRows(world).writeTo(store("user_service", connection));
            new UserRows(world).writeTo(store("user_service", connection));

            assertThat(count(connection, "account")).isEqualTo(world.people().count());
            assertThat(count(connection, "role")).isPositive();
        }
    }

    @Test
    void fillPostService() throws Exception {
        try (Connection connection = migrated("post-service", OF_THE_KIT)) {
            new PostRows(world, "http://localhost").writeTo(store("post_service", connection));

            assertThat(count(connection, "post")).isEqualTo(world.posts().count());
        }
    }

    @Test
    void fillSearchService() throws Exception {
        try (Connection connection = migrated("search-service", List.of())) {
            new SearchRows(world, "http://localhost").writeTo(store("search_service", connection));

            assertThat(count(connection, "account_document")).isPositive();
            assertThat(count(connection, "search_index")).isPositive();
        }
    }

    private static Store store(String database, Connection connection) {
        return new Store(database, connection, _ -> {});
    }

    private Connection migrated(String service, List<String> kit) throws SQLException {
        String database = service.replace('-', '_');
        try (Connection administrator = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"), PostgresEngine.SUPERUSER, postgres.password());
                Statement statement = administrator.createStatement()) {
            statement.execute("CREATE ROLE " + database + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + database + " OWNER " + database);
        }
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), database, PASSWORD)
                .outOfOrder(true)
                .locations(Stream.concat(kit.stream(), Stream.of(service + "/" + MIGRATIONS))
                        .map(folder -> "filesystem:../../" + folder)
                        .toArray(String[]::new))
                .load()
                .migrate();
        return DriverManager.getConnection(postgres.jdbcUrl(database), database, PASSWORD);
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count(*) FROM " + table)) {
            found.next();
            return found.getLong(1);
        }
    }
}
