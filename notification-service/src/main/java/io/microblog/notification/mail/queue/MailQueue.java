package io.microblog.notification.mail.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.Template;
import io.microblog.notification.preference.MailChoicesChanged;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue of owed mails, shared by all instances. Who takes a mail up marks it with a batch of its own; only with that
 * batch can the outcome be written, so whoever was away for too long can spoil nothing. All times are the database's.
 */
@Repository
class MailQueue {

    private static final String SETTLE =
            """
            UPDATE delivery d SET provider_id = r.provider_id, cause = r.cause, updated_at = now(),
                due_at = now() + r.pause * interval '1 ms',
                ripe_at = CASE WHEN r.held THEN now() + r.pause * interval '1 ms' ELSE d.ripe_at END,
                attempts = CASE WHEN r.held THEN 0 ELSE d.attempts END,
                state = %s
            FROM %s
            WHERE d.id = r.id AND d.batch_id = :batch AND d.state IN ('SENDING', 'UNKNOWN')
            RETURNING d.id, d.state
            """.formatted(Results.state("d", "coalesce(d.ripe_at, d.created_at)"), Results.ROWS);

    private static final String DUE = """
            SELECT id FROM delivery WHERE lane = :lane AND state = 'WAITING' AND due_at <= now()
            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED
            """;

    /** With all that waits to be told together with it: of its kind, and of others at the same time in a digest. */
    private static final String DUE_WITH_OTHERS = """
            WITH first AS MATERIALIZED (
                SELECT id, recipient_id, template, ripe_at FROM delivery
                WHERE lane = :lane AND state = 'WAITING' AND due_at <= now()
                ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED),
            others AS MATERIALIZED (
                SELECT d.id FROM delivery d
                WHERE d.recipient_id IN (SELECT recipient_id FROM first WHERE ripe_at IS NOT NULL)
                    AND d.lane = :lane AND d.state = 'WAITING' AND d.ripe_at IS NOT NULL
                    AND (d.due_at <= now() + interval '5 s'
                        OR d.due_at <= now() + :near * interval '1 ms' AND (d.recipient_id, d.template) IN (
                            SELECT recipient_id, template FROM first WHERE ripe_at IS NOT NULL))
                ORDER BY d.recipient_id LIMIT 10000 FOR UPDATE SKIP LOCKED)
            SELECT id FROM first UNION SELECT id FROM others
            """;

    /** Of mailings that nobody has stopped. Until all their mails are there, only what fills a call. */
    private static final String DUE_OF_MAILINGS = """
            SELECT d.id FROM mailing m CROSS JOIN LATERAL (
                SELECT id FROM delivery WHERE announcement_id = m.announcement_id AND lane = :lane
                    AND state = 'WAITING' AND due_at <= now()
                ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED) d
            WHERE m.state = 'RUNNING' AND (m.complete OR :limit <= (
                SELECT count(*) FROM (
                    SELECT FROM delivery WHERE announcement_id = m.announcement_id AND state = 'WAITING'
                    LIMIT :limit) waiting))
            LIMIT :limit
            """;

    /** What is due so soon need not wait any longer for what it belongs to. */
    private static final Duration NEAR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final DeliveryProperties properties;
    private final Duration near;

    MailQueue(
            JdbcClient jdbc,
            DeliveryProperties properties,
            @Value("${microblog.mail.join-window}") Duration joinWindow) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.near = joinWindow.compareTo(NEAR) > 0 ? joinWindow : NEAR;
    }

    /** Mails that are rows of their own. */
    private record HeldMails(MailQueue queue, Lane lane, UUID batch, List<Delivery> deliveries) implements Hold {

        @Override
        public Set<Long> renew(Map<Long, Long> leads) {
            return queue.renew(lane, batch, leads);
        }

        @Override
        public Map<Long, DeliveryState> settle(Map<Long, Result> results) {
            return queue.settle(batch, results);
        }
    }

    /**
     * A mail without a known outcome, and the attempt in which it was lost.
     *
     * @param mailId under which the provider knows it: its own, or that of the mail that tells of it
     */
    record Lost(long id, UUID batch, long mailId) {}

    /**
     * Takes up what is due. But for security mails nobody else does meanwhile: whoever passed over what another one is just
     * taking would be left with less than fills a call, or with what belongs into the same mail.
     *
     * @return in the order in which it was asked for
     */
    @Transactional
    public Hold claim(Lane lane) {
        if (lane != Lane.SECURITY) {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('delivery of ' || :lane))")
                    .param("lane", lane.name())
                    .query(_ -> {});
        }
        UUID batch = UUID.randomUUID();
        List<Delivery> claimed = jdbc
                .sql(claiming(due(lane)))
                .param("lane", lane.name())
                .param("batch", batch)
                .param("limit", properties.batchSizeOf(lane))
                .param("near", near.toMillis())
                .param("grace", properties.graceOf(lane).toMillis())
                .query(MailQueue::read)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Delivery::id))
                .toList();
        return new HeldMails(this, lane, batch, claimed);
    }

    private static String due(Lane lane) {
        return switch (lane) {
            case SECURITY -> DUE;
            case NOTIFICATION -> DUE_WITH_OTHERS;
            case BROADCAST -> DUE_OF_MAILINGS;
        };
    }

    /** As {@link Hold#renew}, for whoever knows the batch alone. */
    Set<Long> renew(Lane lane, UUID batch, Map<Long, Long> leads) {
        if (leads.isEmpty()) {
            Set<Long> fresh = fresh(lane, batch);
            if (!fresh.isEmpty()) {
                return fresh;
            }
        }
        return new HashSet<>(jdbc.sql("""
                        UPDATE delivery d SET due_at = now() + :grace * interval '1 ms', updated_at = now(),
                            lead_id = (SELECT lead_id FROM unnest(:ids::bigint[], :leads::bigint[]) AS j (id, lead_id)
                                WHERE j.id = d.id)
                        WHERE batch_id = :batch AND state = 'SENDING' RETURNING id
                        """)
                .param("ids", leads.keySet().toArray(Long[]::new))
                .param("leads", leads.values().toArray(Long[]::new))
                .param("grace", properties.graceOf(lane).toMillis())
                .param("batch", batch)
                .query(Long.class)
                .list());
    }

    /** Those of a batch, when they were taken up just now: all of them at once, so that the hold of one tells of all. */
    private Set<Long> fresh(Lane lane, UUID batch) {
        return new HashSet<>(jdbc.sql("""
                        SELECT id FROM delivery WHERE batch_id = :batch AND state = 'SENDING'
                            AND due_at > now() + :grace * interval '0.9 ms'
                        """)
                .param("grace", properties.graceOf(lane).toMillis())
                .param("batch", batch)
                .query(Long.class)
                .list());
    }

    /** What is held back for a person is looked at anew. */
    @EventListener
    void on(MailChoicesChanged change) {
        jdbc.sql("UPDATE delivery SET due_at = now() WHERE recipient_id = :account AND lane = 'NOTIFICATION'"
                        + " AND state = 'WAITING' AND ripe_at > now()")
                .param("account", change.accountId())
                .update();
    }

    /** As {@link Hold#settle}, for whoever knows the batch alone. */
    Map<Long, DeliveryState> settle(UUID batch, Map<Long, Result> results) {
        var states = new HashMap<Long, DeliveryState>();
        if (results.isEmpty()) {
            return states;
        }
        Results.in(jdbc.sql(SETTLE), results)
                .param("life", properties.giveUpAfter().toSeconds())
                .param("batch", batch)
                .query(row -> {
                    states.put(row.getLong("id"), DeliveryState.valueOf(row.getString("state")));
                });
        return states;
    }

    /** Takes up those whose outcome has been unknown for the grace period; nobody else does for another one. */
    List<Lost> claimLost(Lane lane) {
        return jdbc.sql("""
                        WITH lost AS MATERIALIZED (
                            SELECT id FROM delivery
                            WHERE lane = :lane AND state IN ('SENDING', 'UNKNOWN') AND due_at <= now()
                            ORDER BY due_at LIMIT 500 FOR UPDATE SKIP LOCKED)
                        UPDATE delivery d SET state = 'UNKNOWN', due_at = now() + :grace * interval '1 ms',
                            updated_at = now()
                        WHERE d.id = ANY (ARRAY(SELECT id FROM lost)) RETURNING d.id, d.batch_id AS batch,
                            coalesce(d.lead_id, d.id) AS mail_id
                        """)
                .param("lane", lane.name())
                .param("grace", properties.graceOf(lane).toMillis())
                .query((row, number) ->
                        new Lost(row.getLong("id"), row.getObject("batch", UUID.class), row.getLong("mail_id")))
                .list();
    }

    /** Forgets what ended long ago. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    int forget() {
        return jdbc.sql("DELETE FROM delivery WHERE state IN ('SENT', 'FAILED', 'SKIPPED')"
                        + " AND updated_at < now() - :keep * interval '1 s'")
                .param("keep", properties.keep().toSeconds())
                .update();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getLong("recipient_id"),
                Template.valueOf(row.getString("template")),
                row.getObject("actor_id", Long.class),
                row.getObject("post_id", Long.class),
                row.getObject("thread_id", Long.class),
                row.getObject("announcement_id", Long.class),
                row.getObject("notification_id", Long.class),
                row.getObject("ripe_at") != null,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static String claiming(String due) {
        return """
                WITH due AS MATERIALIZED (%s)
                UPDATE delivery d SET state = 'SENDING', batch_id = :batch, attempts = attempts + 1, lead_id = NULL,
                    due_at = now() + :grace * interval '1 ms', updated_at = now()
                WHERE d.id = ANY (ARRAY(SELECT id FROM due)) RETURNING d.*
                """.formatted(due);
    }
}
