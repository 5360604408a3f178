package io.microblog.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Where the parts of the platform are and what opens them, as the launcher says in the environment.
 *
 * @param home where reports go
 * @param postgresLog the server's log
 * @param kafka where Kafka is and how its administrator gets in, as settings of clients
 * @param elasticsearchLog the log of Elasticsearch
 * @param exchangeKey in base64, by which the gateway proves to user-service who it is
 * @param reindexKey in base64, by which the launcher proves to search-service who it is
 * @param mailToken by which the mail sandbox is asked
 */
public record Platform(
        Path home,
        String postgresUrl,
        Path postgresLog,
        Map<String, Object> kafka,
        Path elasticsearchLog,
        String exchangeKey,
        String reindexKey,
        String mailToken,
        Map<String, String> passwords) {

    static final String SUPERUSER = "postgres";

    static Platform fromEnvironment() {
        return new Platform(
                Path.of(variable("BENCH_HOME")),
                variable("BENCH_POSTGRES_URL"),
                Path.of(variable("BENCH_POSTGRES_LOG")),
                kafka(variable("BENCH_KAFKA"), variable("KAFKA_PASSWORD")),
                Path.of(variable("BENCH_ELASTICSEARCH_LOG")),
                variable("BENCH_EXCHANGE_KEY"),
                variable("BENCH_REINDEX_KEY"),
                variable("POSTMARK_SERVER_TOKEN"),
                Map.of(
                        SUPERUSER,
                        variable("POSTGRES_PASSWORD"),
                        "user_service",
                        variable("USER_SERVICE_DATABASE_PASSWORD"),
                        "post_service",
                        variable("POST_SERVICE_DATABASE_PASSWORD"),
                        "search_service",
                        variable("SEARCH_SERVICE_DATABASE_PASSWORD"),
                        "notification_service",
                        variable("NOTIFICATION_SERVICE_DATABASE_PASSWORD")));
    }

    private static Map<String, Object> kafka(String servers, String password) {
        return Map.of(
                "bootstrap.servers",
                servers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"%s\";"
                        .formatted(password));
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> name + " is not set: ./microblog bench sets it");
    }

    public URI gateway() {
        return URI.create("http://localhost:8080");
    }

    public URI userService() {
        return URI.create("http://127.0.0.1:8081");
    }

    public URI postService() {
        return URI.create("http://127.0.0.1:8082");
    }

    public URI searchService() {
        return URI.create("http://127.0.0.1:8083");
    }

    public URI elasticsearch() {
        return URI.create("http://127.0.0.1:19200");
    }

    /** Which plays Postmark. */
    public URI mailSandbox() {
        return URI.create("http://127.0.0.1:8025");
    }

    /** A connection to a service's database, with that service's rights. */
    public Connection connect(String service) throws SQLException {
        return connect(service, service);
    }

    /** A connection that may change the server's settings. */
    public Connection connectAsSuperuser() throws SQLException {
        return connect(SUPERUSER, SUPERUSER);
    }

    /** A connection to a service's database that may pass over what it checks. */
    public Connection connectAsSuperuser(String service) throws SQLException {
        return connect(service, SUPERUSER);
    }

    private Connection connect(String database, String role) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", role);
        properties.put("password", Objects.requireNonNull(passwords.get(role)));
        properties.put("ApplicationName", "bench");
        // Parameters are replayed as the log has them, as text: the server knows their types.
        properties.put("stringtype", "unspecified");
        return DriverManager.getConnection(postgresUrl + database, properties);
    }
}
