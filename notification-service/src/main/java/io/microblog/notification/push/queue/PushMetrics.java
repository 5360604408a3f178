package io.microblog.notification.push.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, and what became of the rest. */
@Component
class PushMetrics {

    private final MeterRegistry registry;
    private final JdbcClient jdbc;

    PushMetrics(MeterRegistry registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
        gauge("microblog.push.backlog", "Pushes that are not sent yet", "SELECT count(*) FROM push");
        gauge(
                "microblog.push.oldest",
                "Age of the oldest of them in seconds",
                "SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0) FROM push");
    }

    /** Counts one attempt. */
    void count(String outcome) {
        registry.counter("microblog.push.attempts", "outcome", outcome).increment();
    }

    private void gauge(String name, String description, String sql) {
        Gauge.builder(name, () -> query(sql)).description(description).register(registry);
    }

    private double query(String sql) {
        try {
            return jdbc.sql(sql).query(Double.class).single();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
