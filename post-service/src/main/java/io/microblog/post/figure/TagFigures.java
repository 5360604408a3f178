package io.microblog.post.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureDays;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much a hashtag was used in public posts: one range of {@code post_hashtag}, with the posts in it. */
@Component
class TagFigures {

    private static final String USED = """
             FROM post_hashtag t JOIN post p ON p.id = t.post_id
            WHERE t.hashtag = :hashtag AND t.post_id >= :first AND t.post_id < :end
            """;

    /** Ids begin with the time, so a day is a range of them and its number a division. */
    private static final String DAY = "(t.post_id >> 16) / 86400000 AS day";

    private static final String PEOPLE = "count(DISTINCT p.author_id)";

    private static final String LANGUAGES = "SELECT coalesce(p.language, 'und') AS key, count(*) AS count" + USED
            + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :limit";

    private final JdbcClient jdbc;

    TagFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Day(long day, long value) {}

    DailyFigures uses(FigureQuestion question) {
        return DailyFigures.sum(question.days(), byDay(question, "count(*)"));
    }

    DailyFigures accounts(FigureQuestion question) {
        return DailyFigures.of(
                question.days(),
                byDay(question, PEOPLE),
                people(question, question.days()),
                people(question, question.days().before()));
    }

    List<RankedFigure> languages(FigureQuestion question, int limit) {
        return select(LANGUAGES, question, question.days())
                .param("limit", limit)
                .query((row, number) -> new RankedFigure(row.getString("key"), row.getLong("count")))
                .list();
    }

    private Map<LocalDate, Long> byDay(FigureQuestion question, String value) {
        return select(
                        "SELECT " + DAY + ", " + value + " AS value" + USED + " GROUP BY 1",
                        question,
                        question.days().withBefore())
                .query(Day.class)
                .list()
                .stream()
                .collect(Collectors.toMap(day -> LocalDate.ofEpochDay(day.day()), Day::value));
    }

    private long people(FigureQuestion question, FigureDays days) {
        return select("SELECT " + PEOPLE + USED, question, days)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec select(String sql, FigureQuestion question, FigureDays days) {
        return jdbc.sql(sql)
                .param("hashtag", question.requireHashtag())
                .param("first", DailyCounts.firstId(days.from()))
                .param("end", DailyCounts.firstId(days.end()));
    }
}
