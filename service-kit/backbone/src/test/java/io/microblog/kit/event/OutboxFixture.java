package io.microblog.kit.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.PostgresEngine;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service's database with counted aggregates and an outbox, and relays over it that tests start and kill. */
final class OutboxFixture implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final List<OutboxRelay> relays = new ArrayList<>();
    private final Map<String, Object> kafka = new HashMap<>();
    final HikariDataSource dataSource = newDatabase();
    final JdbcClient jdbc = JdbcClient.create(dataSource);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    final Outbox outbox =
            new Outbox(jdbc, new TraceHeaders(Tracer.NOOP, Propagator.NOOP), () -> relays.forEach(OutboxRelay::wake));

    OutboxFixture(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /** @param login how the service says at Kafka who it is */
    OutboxFixture(String bootstrapServers, Map<String, Object> login) {
        kafka.putAll(login);
        kafka.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/kit")
                .load()
                .migrate();
        jdbc.sql("CREATE TABLE aggregate (id bigint PRIMARY KEY, version bigint NOT NULL)")
                .update();
    }

    Map<String, Object> settings() {
        return kafka;
    }

    OutboxRelay startRelay() {
        var relay = new OutboxRelay(
                dataSource,
                () -> new OutboxSender(kafka, "/test-service"),
                Duration.ofMillis(20),
                Duration.ofMillis(200));
        relays.add(relay);
        relay.start();
        return relay;
    }

    /** Changes an aggregate and appends what happened, in one transaction; its version is the event's. */
    UUID change(long id) {
        return transaction.execute(status -> outbox.append(deleted(id, bump(id))));
    }

    long bump(long id) {
        return jdbc.sql("""
                        INSERT INTO aggregate AS a VALUES (:id, 1)
                        ON CONFLICT (id) DO UPDATE SET version = a.version + 1 RETURNING version
                        """).param("id", id).query(Long.class).single();
    }

    static PostDeleted deleted(long id, long version) {
        return new PostDeleted(id, version, 1, Instant.parse("2026-11-22T10:00:00Z"));
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    /** Ends the leader's database connection, as a crash of its process does. */
    int killLeader() {
        return jdbc.sql("""
                        SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                        WHERE l.locktype = 'advisory' AND d.datname = current_database()
                        """).query(Integer.class).single();
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::stop);
        dataSource.close();
    }

    private static HikariDataSource newDatabase() {
        PostgresEngine postgres = EphemeralEngines.postgres();
        String name = "outbox_" + DATABASES.incrementAndGet();
        postgres.createDatabase(name, name, name);
        var source = new HikariDataSource();
        source.setJdbcUrl(postgres.jdbcUrl(name));
        source.setUsername(name);
        source.setPassword(name);
        source.setMaximumPoolSize(20);
        return source;
    }
}
