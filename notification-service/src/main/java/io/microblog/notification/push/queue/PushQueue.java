package io.microblog.notification.push.queue;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.microblog.notification.push.PushProperties;
import io.microblog.notification.push.encryption.SubscriptionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The queue of owed pushes, shared by all instances. Who takes one up marks it with an attempt of its own, by which alone
 * its outcome can be written. All times are the database's.
 */
@Repository
class PushQueue {

    /** Some of each push service, so that none waits behind another, in a random order of the services. */
    private static final String CLAIM = """
            WITH RECURSIVE service AS (
                (SELECT host FROM push ORDER BY host LIMIT 1)
                UNION ALL
                SELECT (SELECT p.host FROM push p WHERE p.host > s.host ORDER BY p.host LIMIT 1)
                FROM service s WHERE s.host IS NOT NULL),
            due AS MATERIALIZED (
                SELECT one.notification_id, one.subscription_id
                FROM (SELECT s.host, greatest(:perHost - coalesce(b.pushes, 0), 0) AS free
                      FROM service s LEFT JOIN unnest(:hosts::text[], :pushes::int[]) AS b (host, pushes) ON b.host = s.host
                      WHERE s.host IS NOT NULL ORDER BY random()) AS known
                CROSS JOIN LATERAL (
                    SELECT p.notification_id, p.subscription_id FROM push p
                    WHERE p.host = known.host AND p.due_at <= now()
                    ORDER BY p.due_at LIMIT known.free FOR UPDATE SKIP LOCKED) AS one
                LIMIT :free)
            UPDATE push p SET attempt = :attempt, attempts = p.attempts + 1, due_at = now() + :hold * interval '1 ms'
            FROM due, push_subscription s
            WHERE p.notification_id = due.notification_id AND p.subscription_id = due.subscription_id
                AND s.id = p.subscription_id
            RETURNING p.notification_id, p.subscription_id, p.host, p.attempt, p.attempts, s.account_id, s.endpoint,
                s.p256dh, s.auth, s.standard
            """;

    private static final String HELD = """
             WHERE notification_id = :notification AND subscription_id = :subscription AND attempt = :attempt
            """;

    private final JdbcClient jdbc;
    private final PushProperties properties;

    PushQueue(JdbcClient jdbc, PushProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Takes up what is due.
     *
     * @param underWay how many pushes to each service this instance sends at this moment
     */
    List<OwedPush> claim(Map<String, Integer> underWay) {
        int free = properties.concurrent()
                - underWay.values().stream().mapToInt(Integer::intValue).sum();
        if (free <= 0) {
            return List.of();
        }
        return jdbc.sql(CLAIM)
                .param("perHost", properties.perHost())
                .param("hosts", underWay.keySet().toArray(String[]::new))
                .param("pushes", underWay.values().toArray(Integer[]::new))
                .param("free", free)
                .param("attempt", UUID.randomUUID())
                .param("hold", properties.hold().toMillis())
                .query(PushQueue::read)
                .list();
    }

    /** It was sent, or there is no reason left to. */
    void remove(OwedPush push) {
        held("DELETE FROM push" + HELD, push).update();
    }

    /** It was not sent, and is tried again unless it has grown too old; whether it is. */
    boolean postpone(OwedPush push, Duration pause) {
        boolean old = held("DELETE FROM push" + HELD + " AND created_at < now() - :life * interval '1 ms'", push)
                        .param("life", properties.giveUpAfter().toMillis())
                        .update()
                > 0;
        return !old
                && held("UPDATE push SET due_at = now() + :pause * interval '1 ms'" + HELD, push)
                                .param("pause", pause.toMillis())
                                .update()
                        > 0;
    }

    private JdbcClient.StatementSpec held(String sql, OwedPush push) {
        return jdbc.sql(sql)
                .param("notification", push.notificationId())
                .param("subscription", push.subscriptionId())
                .param("attempt", push.attempt());
    }

    private static OwedPush read(ResultSet row, int number) throws SQLException {
        return new OwedPush(
                row.getLong("notification_id"),
                row.getLong("subscription_id"),
                row.getLong("account_id"),
                row.getString("host"),
                row.getObject("attempt", UUID.class),
                row.getInt("attempts"),
                URI.create(row.getString("endpoint")),
                new SubscriptionKeys(row.getString("p256dh"), row.getString("auth")),
                row.getBoolean("standard"));
    }
}
