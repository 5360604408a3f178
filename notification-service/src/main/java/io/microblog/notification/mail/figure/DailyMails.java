package io.microblog.notification.mail.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts mails by the day on which they came to an end, once it is over. Instances may count the same day: the first one's
 * count stays. A mail that tells of several things is one. Today is counted as it is read.
 */
@Component
class DailyMails {

    /** Two years, so that a year can be compared with the one before. */
    private static final int KEPT_DAYS = 732;

    /** So long after midnight all is there that ended before. */
    private static final Duration LATENESS = Duration.ofMinutes(15);

    private static final String COUNT = """
            SELECT CAST(updated_at AT TIME ZONE 'UTC' AS date) AS day, state, count(*) AS mails FROM delivery
            WHERE state IN ('SENT', 'FAILED') AND lead_id IS NULL AND updated_at >= CAST(:from AS timestamp) AT TIME ZONE 'UTC'
                AND updated_at < CAST(:end AS timestamp) AT TIME ZONE 'UTC'
            GROUP BY 1, 2
            """;

    /** Days without a mail have rows, too: what is counted is not counted again. */
    private static final String KEEP = """
            INSERT INTO daily_mail (day, state, mails)
            SELECT d.day, s.state, coalesce(c.mails, 0)
            FROM generate_series(CAST(:from AS timestamp), CAST(:end AS timestamp) - interval '1 day', '1 day') AS d (day)
            CROSS JOIN (VALUES ('SENT'), ('FAILED')) AS s (state)
            LEFT JOIN (%s) c ON c.day = d.day AND c.state = s.state
            ON CONFLICT DO NOTHING
            """.formatted(COUNT);

    private static final String COUNTED = "SELECT day, state, mails FROM daily_mail WHERE day >= :from AND day < :end";

    private final JdbcClient jdbc;

    DailyMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Count(LocalDate day, String state, long mails) {}

    /** Counts the days that are over and were not yet, as far as deliveries are kept. */
    @Scheduled(fixedDelayString = "${microblog.mail.figures-interval}")
    void keep() {
        LocalDate open = day(Instant.now().minus(LATENESS));
        LocalDate from = firstUncounted();
        if (from.isBefore(open)) {
            between(KEEP, from, open).update();
        }
        jdbc.sql("DELETE FROM daily_mail WHERE day < :oldest")
                .param("oldest", open.minusDays(KEPT_DAYS))
                .update();
    }

    /** After the last one that is counted; on a new server that of the first mail, or today. */
    private LocalDate firstUncounted() {
        return jdbc.sql("""
                SELECT coalesce(
                    (SELECT max(day) + 1 FROM daily_mail),
                    (SELECT CAST(min(updated_at) AT TIME ZONE 'UTC' AS date) FROM delivery
                        WHERE state IN ('SENT', 'FAILED', 'SKIPPED')),
                    CAST(now() AT TIME ZONE 'UTC' AS date))
                """).query(LocalDate.class).single();
    }

    /** How many mails there were in these days, and in those before. */
    DailyFigures read(String state, FigureDays days) {
        FigureDays all = days.withBefore();
        LocalDate live = firstUncounted();
        Map<LocalDate, Long> counts = new HashMap<>();
        add(counts, state, between(COUNTED, all.from(), all.end()));
        add(counts, state, between(COUNT, live, days.end()));
        return DailyFigures.sum(days, counts);
    }

    private static void add(Map<LocalDate, Long> counts, String state, JdbcClient.StatementSpec query) {
        query.query(Count.class).list().stream()
                .filter(count -> count.state().equals(state))
                .forEach(count -> counts.put(count.day(), count.mails()));
    }

    private JdbcClient.StatementSpec between(String sql, LocalDate from, LocalDate end) {
        return jdbc.sql(sql).param("from", from).param("end", end);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
