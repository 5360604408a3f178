package io.microblog.user.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureDays;
import io.microblog.internal.RankedFigure;
import io.microblog.kit.id.IdGenerator;
import io.microblog.user.login.ActiveDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service counts itself: people, and reports. Each query reads the range of an index. */
@Component
class OwnFigures {

    private static final String NEW_USERS = """
            SELECT CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, count(*) AS value FROM account
            WHERE created_at >= CAST(:from AS timestamp) AT TIME ZONE 'UTC' AND created_at < CAST(:end AS timestamp) AT TIME ZONE 'UTC'
            GROUP BY 1
            """;

    /** By their ids, which begin with the time. */
    private static final String OPENED = """
            SELECT CAST(created_at AT TIME ZONE 'UTC' AS date) AS day, count(*) AS value FROM report
            WHERE id >= :first AND id < :last GROUP BY 1
            """;

    private static final String SETTLED = """
            FROM moderation_case c JOIN report r ON r.case_id = c.id
            WHERE c.settled_at >= CAST(:from AS timestamp) AT TIME ZONE 'UTC' AND c.settled_at < CAST(:end AS timestamp) AT TIME ZONE 'UTC'
            """;

    private static final String RESOLVED =
            "SELECT CAST(c.settled_at AT TIME ZONE 'UTC' AS date) AS day, count(*) AS value " + SETTLED + " GROUP BY 1";

    private static final String MEDIAN = """
            CAST(coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.settled_at - r.created_at)), 0)
                AS bigint) AS value
            """;

    private static final String MEDIANS =
            "SELECT CAST(c.settled_at AT TIME ZONE 'UTC' AS date) AS day, " + MEDIAN + SETTLED + " GROUP BY 1";

    private static final String SOURCES = """
            SELECT coalesce(l.app, '') AS key, count(*) AS count FROM account a JOIN login l ON l.account_id = a.id
            WHERE a.created_at >= CAST(:from AS timestamp) AT TIME ZONE 'UTC'
                AND a.created_at < CAST(:end AS timestamp) AT TIME ZONE 'UTC'
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final ActiveDays activity;

    OwnFigures(JdbcClient jdbc, ActiveDays activity) {
        this.jdbc = jdbc;
        this.activity = activity;
    }

    private record Count(LocalDate day, long value) {}

    /** People who used the server. */
    DailyFigures activeUsers(FigureDays days) {
        return DailyFigures.of(days, activity.perDay(days), activity.people(days), activity.people(days.before()));
    }

    /** Accounts that were opened, and are still there. */
    DailyFigures newUsers(FigureDays days) {
        return DailyFigures.sum(days, byDay(NEW_USERS, days.withBefore()));
    }

    DailyFigures openedReports(FigureDays days) {
        FigureDays all = days.withBefore();
        Map<LocalDate, Long> counts = counts(jdbc.sql(OPENED)
                .param("first", IdGenerator.firstOf(midnight(all.from())))
                .param("last", IdGenerator.firstOf(midnight(all.end()))));
        return DailyFigures.sum(days, counts);
    }

    /** By the day on which they were resolved; one that was opened again is not. */
    DailyFigures resolvedReports(FigureDays days) {
        return DailyFigures.sum(days, byDay(RESOLVED, days.withBefore()));
    }

    /** The median of the seconds from a report until it was resolved; 0 where none was. */
    DailyFigures responseTime(FigureDays days) {
        return DailyFigures.of(days, byDay(MEDIANS, days), median(days), median(days.before()));
    }

    private long median(FigureDays days) {
        return between("SELECT " + MEDIAN + SETTLED, days).query(Long.class).single();
    }

    /** The apps by which people signed up, most used first; without a name, this server's pages. */
    List<RankedFigure> sources(FigureDays days, int limit) {
        return between(SOURCES, days)
                .param("limit", limit)
                .query((row, number) -> new RankedFigure(row.getString("key"), row.getLong("count")))
                .list();
    }

    private Map<LocalDate, Long> byDay(String sql, FigureDays days) {
        return counts(between(sql, days));
    }

    private static Map<LocalDate, Long> counts(JdbcClient.StatementSpec query) {
        return query.query(Count.class).list().stream().collect(Collectors.toMap(Count::day, Count::value));
    }

    private JdbcClient.StatementSpec between(String sql, FigureDays days) {
        return jdbc.sql(sql).param("from", days.from()).param("end", days.end());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
