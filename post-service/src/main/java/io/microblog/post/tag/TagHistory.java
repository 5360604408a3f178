package io.microblog.post.tag;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.post.tag.TagResponse.Day;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much hashtags were used in the last seven days. */
@Component
public class TagHistory {

    private static final int DAYS = 7;

    /** Ids begin with the time, so a day is a range of them and its number a division. */
    private static final int ID_SHIFT = 16;

    private static final long MILLIS_A_DAY = 86_400_000L;

    private static final String USES = """
            SELECT t.hashtag, (t.post_id >> :shift) / :millis AS day, count(*) AS uses, count(DISTINCT p.author_id) AS people
            FROM post_hashtag t JOIN post p ON p.id = t.post_id
            WHERE t.hashtag = ANY (:hashtags) AND t.post_id >= :oldest
            GROUP BY t.hashtag, day
            """;

    private final JdbcClient jdbc;

    TagHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Use(String hashtag, long day, Day counted) {}

    /** Seven days of each, in one query. */
    public Map<String, List<Day>> of(Collection<String> hashtags) {
        long today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).toEpochDay();
        var found = new HashMap<String, Map<Long, Day>>();
        uses(hashtags, today - DAYS + 1)
                .forEach(use -> found.computeIfAbsent(use.hashtag(), name -> new HashMap<>())
                        .put(use.day(), use.counted()));
        var history = new HashMap<String, List<Day>>();
        hashtags.forEach(name -> history.put(name, days(today, found.getOrDefault(name, Map.of()))));
        return history;
    }

    private List<Use> uses(Collection<String> hashtags, long oldestDay) {
        return jdbc.sql(USES)
                .param("shift", ID_SHIFT)
                .param("millis", MILLIS_A_DAY)
                .param("hashtags", hashtags.toArray(String[]::new))
                .param("oldest", (oldestDay * MILLIS_A_DAY) << ID_SHIFT)
                .query((row, number) -> new Use(
                        row.getString("hashtag"),
                        row.getLong("day"),
                        day(row.getLong("day"), row.getLong("uses"), row.getLong("people"))))
                .list();
    }

    private static List<Day> days(long today, Map<Long, Day> used) {
        var days = new ArrayList<Day>();
        for (long day = today; day > today - DAYS; day--) {
            days.add(used.getOrDefault(day, day(day, 0, 0)));
        }
        return days;
    }

    private static Day day(long day, long uses, long accounts) {
        long seconds = LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return new Day(Long.toString(seconds), Long.toString(uses), Long.toString(accounts));
    }
}
