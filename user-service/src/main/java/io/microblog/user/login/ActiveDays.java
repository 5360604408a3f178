package io.microblog.user.login;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.internal.FigureDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** On which days, in UTC, people used the server: one row a day and person, which nobody sees but as numbers. */
@Repository
public class ActiveDays {

    /** Two years, so that a year can be compared with the one before. */
    public static final int KEPT = 732;

    private final JdbcClient jdbc;

    ActiveDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Day(LocalDate day, long people) {}

    /** Notes that somebody used the server on that day; again it changes nothing. */
    void note(long accountId, LocalDate day) {
        jdbc.sql("INSERT INTO active_day (day, account_id) VALUES (:day, :id) ON CONFLICT DO NOTHING")
                .param("day", day)
                .param("id", accountId)
                .update();
    }

    /** Forgets somebody's days. */
    void forget(long accountId) {
        jdbc.sql("DELETE FROM active_day WHERE account_id = :id")
                .param("id", accountId)
                .update();
    }

    /** How many people there were on each day; a day without a number had none. */
    public Map<LocalDate, Long> perDay(FigureDays days) {
        return between(
                        "SELECT day, count(*) AS people FROM active_day WHERE day BETWEEN :from AND :to GROUP BY day",
                        days)
                .query(Day.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Day::day, Day::people));
    }

    /** How many people there were on any of the days. */
    public long people(FigureDays days) {
        return between("SELECT count(DISTINCT account_id) FROM active_day WHERE day BETWEEN :from AND :to", days)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec between(String sql, FigureDays days) {
        return jdbc.sql(sql).param("from", days.from()).param("to", days.to());
    }

    /** Forgets what is too long ago. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT3M")
    void forget() {
        jdbc.sql("DELETE FROM active_day WHERE day < :oldest")
                .param("oldest", LocalDate.now(ZoneOffset.UTC).minusDays(KEPT))
                .update();
    }
}
