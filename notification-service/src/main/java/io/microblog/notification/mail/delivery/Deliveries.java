package io.microblog.notification.mail.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The queue of owed mails, shared by all instances. Who takes a mail up marks it with a batch of its own; only with that
 * batch can the outcome be written, so whoever was away for too long can spoil nothing. All times are the database's.
 */
@Repository
class Deliveries {

    private static final String HELD = " WHERE id = :id AND batch_id = :batch AND state IN ('SENDING', 'UNKNOWN')";

    private final JdbcClient jdbc;
    private final DeliveryProperties properties;

    Deliveries(JdbcClient jdbc, DeliveryProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** A mail without a known outcome, and the attempt in which it was lost. */
    record Lost(long id, UUID batch) {}

    /** Takes up what is due. */
    List<Delivery> claim(Lane lane, UUID batch) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT id FROM delivery WHERE lane = :lane AND state = 'WAITING' AND due_at <= now()
                            ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        UPDATE delivery d SET state = 'SENDING', batch_id = :batch, attempts = attempts + 1,
                            due_at = now() + :grace * interval '1 ms', updated_at = now()
                        FROM due WHERE d.id = due.id RETURNING d.*
                        """)
                .param("lane", lane.name())
                .param("batch", batch)
                .param("limit", properties.batchSize())
                .param("grace", properties.graceOf(lane).toMillis())
                .query(Deliveries::read)
                .list();
    }

    /** Prolongs the hold right before the call, and says which mails are still held. */
    Set<Long> renew(Lane lane, UUID batch) {
        return new HashSet<>(jdbc.sql("""
                        UPDATE delivery SET due_at = now() + :grace * interval '1 ms', updated_at = now()
                        WHERE batch_id = :batch AND state = 'SENDING' RETURNING id
                        """)
                .param("grace", properties.graceOf(lane).toMillis())
                .param("batch", batch)
                .query(Long.class)
                .list());
    }

    /** Ends the life of a mail. */
    boolean finish(long id, UUID batch, DeliveryState state, @Nullable String providerId, @Nullable String cause) {
        return jdbc.sql("UPDATE delivery SET state = :state, provider_id = :provider, cause = :cause,"
                                + " updated_at = now()" + HELD)
                        .param("state", state.name())
                        .param("provider", providerId)
                        .param("cause", cause)
                        .param("id", id)
                        .param("batch", batch)
                        .update()
                == 1;
    }

    /**
     * Puts a mail back that was certainly not sent.
     *
     * @return false when it was too old and has failed; else it will be tried again, or nobody misses it any more
     */
    boolean postpone(long id, UUID batch, Duration pause, String cause) {
        return jdbc.sql("""
                        UPDATE delivery SET cause = :cause, due_at = now() + :pause * interval '1 ms', updated_at = now(),
                            state = CASE WHEN withdrawn THEN 'SKIPPED' WHEN created_at + :life * interval '1 s' < now() THEN 'FAILED' ELSE 'WAITING' END
                        """ + HELD + " RETURNING state")
                .param("cause", cause)
                .param("pause", pause.toMillis())
                .param("life", properties.giveUpAfter().toSeconds())
                .param("id", id)
                .param("batch", batch)
                .query(String.class)
                .optional()
                .map(state -> !state.equals(DeliveryState.FAILED.name()))
                .orElse(true);
    }

    /** Notes that the outcome is not known; the provider is asked after the grace period. */
    void doubt(long id, UUID batch, Lane lane, String cause) {
        jdbc.sql("UPDATE delivery SET state = 'UNKNOWN', cause = :cause, updated_at = now(),"
                        + " due_at = now() + :grace * interval '1 ms'" + HELD)
                .param("cause", cause)
                .param("grace", properties.graceOf(lane).toMillis())
                .param("id", id)
                .param("batch", batch)
                .update();
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
                        FROM lost WHERE d.id = lost.id RETURNING d.id, d.batch_id AS batch
                        """)
                .param("lane", lane.name())
                .param("grace", properties.graceOf(lane).toMillis())
                .query((row, number) -> new Lost(row.getLong("id"), row.getObject("batch", UUID.class)))
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
                row.getInt("attempts"));
    }
}
