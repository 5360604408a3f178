package io.microblog.notification.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.notification.announcement.AnnouncementActs;
import io.microblog.notification.announcement.AnnouncementActs.Act;
import io.microblog.notification.announcement.AnnouncementMailDue;
import io.microblog.notification.announcement.AnnouncementWithdrawn;
import io.microblog.notification.mail.queue.MailingBatches;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The announcements that go out by mail, each once: what was withdrawn does not begin anew. */
@Component
class Mailings {

    private final JdbcClient jdbc;
    private final AnnouncementActs acts;
    private final MailingBatches batches;

    Mailings(JdbcClient jdbc, AnnouncementActs acts, MailingBatches batches) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.batches = batches;
    }

    /** Begins in the transaction that publishes the announcement. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AnnouncementMailDue due) {
        int begun = jdbc.sql("INSERT INTO mailing (announcement_id) VALUES (:id) ON CONFLICT DO NOTHING")
                .param("id", due.announcementId())
                .update();
        if (begun == 1) {
            acts.note(due.announcementId(), due.by(), Act.MAILED);
        }
    }

    /** Ends in the transaction that takes the announcement back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AnnouncementWithdrawn withdrawn) {
        stop(withdrawn.announcementId());
    }

    /** @throws NotFound when it does not go out by mail */
    MailingResponse progress(long announcement) {
        return jdbc.sql("SELECT * FROM mailing WHERE announcement_id = :id")
                .param("id", announcement)
                .query((row, number) -> progress(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** @throws Invalid when they do not go out */
    @Transactional
    public MailingResponse pause(long announcement, long by) {
        move(announcement, MailingState.RUNNING, MailingState.PAUSED);
        acts.note(announcement, by, Act.MAIL_PAUSED);
        return progress(announcement);
    }

    /** @throws Invalid when they are not paused */
    @Transactional
    public MailingResponse resume(long announcement, long by) {
        move(announcement, MailingState.PAUSED, MailingState.RUNNING);
        acts.note(announcement, by, Act.MAIL_RESUMED);
        return progress(announcement);
    }

    /** @throws Invalid when it is too late */
    @Transactional
    public MailingResponse withdraw(long announcement, long by) {
        progress(announcement);
        if (!stop(announcement)) {
            throw new Invalid("It is too late to withdraw these mails");
        }
        acts.note(announcement, by, Act.MAIL_WITHDRAWN);
        return progress(announcement);
    }

    private void move(long announcement, MailingState from, MailingState to) {
        progress(announcement);
        int moved = jdbc.sql("UPDATE mailing SET state = :to WHERE announcement_id = :id AND state = :from")
                .param("id", announcement)
                .param("from", from.name())
                .param("to", to.name())
                .update();
        if (moved == 0) {
            throw new Invalid("These mails are not " + from.wireName());
        }
    }

    /** What is on its way is not called back. */
    private boolean stop(long announcement) {
        int stopped = jdbc.sql("UPDATE mailing SET state = 'WITHDRAWN' WHERE announcement_id = :id"
                        + " AND state IN ('RUNNING', 'PAUSED')")
                .param("id", announcement)
                .update();
        jdbc.sql("""
                UPDATE delivery SET withdrawn = true, updated_at = now(),
                    state = CASE state WHEN 'WAITING' THEN 'SKIPPED' ELSE state END
                WHERE announcement_id = :id AND state IN ('WAITING', 'SENDING', 'UNKNOWN')
                """).param("id", announcement).update();
        batches.withdraw(announcement);
        return stopped == 1;
    }

    private MailingResponse progress(ResultSet row) throws SQLException {
        long announcement = row.getLong("announcement_id");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        Map<String, Long> counts = finished == null ? counts(announcement) : Map.of();
        return new MailingResponse(
                MailingState.valueOf(row.getString("state")).wireName(),
                finished == null && !row.getBoolean("complete"),
                finished == null ? count(counts, "SENT") : row.getLong("sent"),
                finished == null ? count(counts, "FAILED") : row.getLong("failed"),
                finished == null ? count(counts, "SKIPPED") : row.getLong("skipped"),
                finished == null ? left(announcement) : 0,
                finished == null ? rate(announcement) : 0,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant).orElse(null));
    }

    private Map<String, Long> counts(long announcement) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("SELECT state, count(*) AS mails FROM delivery"
                        + " WHERE announcement_id = :id AND state IN ('SENT', 'FAILED', 'SKIPPED') GROUP BY state")
                .param("id", announcement)
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("mails"));
                });
        return counts;
    }

    private long left(long announcement) {
        return jdbc.sql("SELECT coalesce(sum(mails), 0) FROM owed_mail WHERE announcement_id = :id")
                .param("id", announcement)
                .query(Long.class)
                .single();
    }

    private static long count(Map<String, Long> counts, String state) {
        return counts.getOrDefault(state, 0L);
    }

    private long rate(long announcement) {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE announcement_id = :id AND state = 'SENT'"
                        + " AND updated_at > now() - interval '1 minute'")
                .param("id", announcement)
                .query(Long.class)
                .single();
    }
}
