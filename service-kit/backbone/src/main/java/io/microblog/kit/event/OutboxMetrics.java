package io.microblog.kit.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in the outbox: a growing age means that Kafka or the relay is in trouble. */
class OutboxMetrics implements MeterBinder {

    private static final int MAX_COUNTED = 100_000;

    private final JdbcClient jdbc;

    OutboxMetrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "microblog.outbox.backlog",
                        () -> query("SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT " + MAX_COUNTED + ") AS waiting"))
                .description("Events not yet acknowledged by Kafka")
                .register(registry);
        Gauge.builder(
                        "microblog.outbox.oldest",
                        () -> query("SELECT coalesce(extract(epoch FROM now() - (SELECT"
                                + " created_at FROM outbox ORDER BY seq LIMIT 1)), 0)"))
                .description("Age of the oldest waiting event")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("microblog.outbox.failed", () -> query("SELECT count(*) FROM outbox_failed"))
                .description("Events set aside because Kafka will never take them")
                .register(registry);
    }

    private double query(String sql) {
        try {
            return jdbc.sql(sql).query(Double.class).single();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
