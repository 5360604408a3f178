package io.microblog.notification.mail.queue;

import io.microblog.notification.mail.Lane;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, and what became of the rest. */
@Component
class DeliveryMetrics {

    private static final String MAILS = "coalesce(sum(mails), 0)";

    /** What is held back for later is not late. */
    private static final String WAITING = "lane = :lane AND state = 'WAITING' AND since <= now()";

    private static final String UNCLEAR = "lane = :lane AND state IN ('SENDING', 'UNKNOWN')";

    private final MeterRegistry registry;
    private final JdbcClient jdbc;

    DeliveryMetrics(MeterRegistry registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
        for (Lane lane : Lane.values()) {
            gauge("microblog.mail.backlog", "Mails that wait to be sent", lane, MAILS, WAITING);
            gauge("microblog.mail.unclear", "Mails whose outcome is not known yet", lane, MAILS, UNCLEAR);
            gauge(
                    "microblog.mail.oldest",
                    "Age of the oldest waiting mail in seconds",
                    lane,
                    "coalesce(extract(epoch FROM now() - min(since)), 0)",
                    WAITING);
        }
    }

    /** Counts one attempt. */
    void count(Lane lane, String outcome) {
        registry.counter("microblog.mail.attempts", "lane", lane.name(), "outcome", outcome)
                .increment();
    }

    private void gauge(String name, String description, Lane lane, String value, String condition) {
        String sql = "SELECT " + value + " FROM owed_mail WHERE " + condition;
        Gauge.builder(name, () -> query(sql, lane))
                .description(description)
                .tag("lane", lane.name())
                .register(registry);
    }

    private double query(String sql, Lane lane) {
        try {
            return jdbc.sql(sql).param("lane", lane.name()).query(Double.class).single();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
