package io.microblog.user.account;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much went on here, week by week. */
@Repository
public class WeeklyActivity {

    private final JdbcClient jdbc;

    WeeklyActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted. */
    public enum Kind {
        STATUSES,
        /** People who used the server in that week. */
        LOGINS,
        REGISTRATIONS
    }

    /** @param week its Monday, in UTC */
    public record Week(LocalDate week, long statuses, long logins, long registrations) {}

    /** One more in the week of that day. */
    public void count(Kind kind, LocalDate day) {
        count(kind, day, 1);
    }

    /** So many more in the week of that day. */
    public void count(Kind kind, LocalDate day, long more) {
        jdbc.sql("""
                INSERT INTO weekly_activity AS w (week, %1$s) VALUES (:week, :more)
                ON CONFLICT (week) DO UPDATE SET %1$s = w.%1$s + excluded.%1$s
                """.formatted(kind.name().toLowerCase(Locale.ROOT)))
                .param("week", mondayOf(day))
                .param("more", more)
                .update();
    }

    /** So many weeks until the one of that day, the newest first, none left out. */
    public List<Week> until(LocalDate day, int weeks) {
        LocalDate newest = mondayOf(day);
        Map<LocalDate, Week> known = jdbc
                .sql("SELECT * FROM weekly_activity WHERE week <= :newest ORDER BY week DESC LIMIT :weeks")
                .param("newest", newest)
                .param("weeks", weeks)
                .query(Week.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Week::week, Function.identity()));
        return Stream.iterate(newest, week -> week.minusWeeks(1))
                .limit(weeks)
                .map(week -> known.getOrDefault(week, new Week(week, 0, 0, 0)))
                .toList();
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Whether two days are of different weeks. */
    public static boolean areWeeksApart(LocalDate one, LocalDate other) {
        return !mondayOf(one).equals(mondayOf(other));
    }
}
