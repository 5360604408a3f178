package io.microblog.post.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.microblog.internal.Figure;
import io.microblog.internal.FigureDays;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts each day once it is over, by ranges of ids, which begin with the time. Instances may count the same day: the
 * first one's count stays. Days that are not counted yet are counted as they are read, the last two of them.
 */
@Component
class DailyCounts {

    /** Two years, so that a year can be compared with the one before. */
    static final int KEPT_DAYS = 732;

    /** So long after midnight all is there that was made before. */
    private static final Duration LATENESS = Duration.ofMinutes(15);

    /** More than those cannot be due, but while the days of a server's past are being counted. */
    private static final int LIVE_DAYS = 2;

    private static final String COUNTS = """
            SELECT 'POSTS' AS figure, CAST(:day AS date) AS day, '' AS item, count(*) AS value
            FROM post WHERE id >= :first AND id < :end
            UNION ALL
            SELECT 'INTERACTIONS', CAST(:day AS date), '',
                (SELECT count(*) FROM favourite WHERE id >= :first AND id < :end)
                + (SELECT count(*) FROM boost WHERE id >= :first AND id < :end)
                + (SELECT count(*) FROM post WHERE id >= :first AND id < :end AND in_reply_to_id IS NOT NULL)
            UNION ALL
            SELECT 'LANGUAGES', CAST(:day AS date), coalesce(language, 'und'), count(*)
            FROM post WHERE id >= :first AND id < :end GROUP BY language
            """;

    private static final String KEEP =
            "INSERT INTO daily_figure (figure, day, item, value) " + COUNTS + " ON CONFLICT DO NOTHING";

    private static final String MEASURE = """
            INSERT INTO daily_figure (figure, day, item, value)
            SELECT 'MEDIA', :day, '', coalesce(sum(bytes), 0) FROM media
            ON CONFLICT (figure, day, item) DO UPDATE SET value = excluded.value
            """;

    private final JdbcClient jdbc;

    DailyCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Count(String figure, LocalDate day, String item, long value) {}

    /** Counts the days that are over and were not yet, and how large all images are. */
    @Scheduled(fixedDelayString = "${microblog.figures.check-interval}")
    void keep() {
        LocalDate open = day(Instant.now().minus(LATENESS));
        for (LocalDate day = firstToKeep(open); day.isBefore(open); day = day.plusDays(1)) {
            counting(KEEP, day).update();
        }
        jdbc.sql(MEASURE).param("day", day(Instant.now())).update();
        jdbc.sql("DELETE FROM daily_figure WHERE day < :oldest")
                .param("oldest", open.minusDays(KEPT_DAYS))
                .update();
    }

    private LocalDate firstToKeep(LocalDate open) {
        LocalDate oldest = open.minusDays(KEPT_DAYS);
        LocalDate next =
                lastKept().map(day -> day.plusDays(1)).or(this::firstDay).orElse(open);
        return next.isBefore(oldest) ? oldest : next;
    }

    private Optional<LocalDate> firstDay() {
        return jdbc.sql("SELECT id FROM post ORDER BY id LIMIT 1")
                .query(Long.class)
                .optional()
                .map(id -> day(IdGenerator.timeOf(id)));
    }

    private Optional<LocalDate> lastKept() {
        return jdbc.sql("SELECT day FROM daily_figure WHERE figure = 'POSTS' ORDER BY day DESC LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    /** How much there was, by day; a day without a number had nothing. */
    Map<LocalDate, Long> daily(Figure figure, FigureDays days) {
        return counts(figure, days).stream().collect(Collectors.toMap(Count::day, Count::value));
    }

    /** What there was most of, first. */
    List<RankedFigure> ranked(FigureQuestion question, int limit) {
        Map<String, Long> sums = counts(question.figure(), question.days()).stream()
                .collect(Collectors.groupingBy(Count::item, Collectors.summingLong(Count::value)));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> new RankedFigure(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Bytes of all images at the last look; empty before the first. */
    Optional<Long> mediaBytes() {
        return jdbc.sql("SELECT value FROM daily_figure WHERE figure = 'MEDIA' ORDER BY day DESC LIMIT 1")
                .query(Long.class)
                .optional();
    }

    private List<Count> counts(Figure figure, FigureDays days) {
        LocalDate today = day(Instant.now());
        LocalDate live = firstLive(today);
        List<Count> counts = new ArrayList<>(jdbc.sql("SELECT figure, day, item, value FROM daily_figure"
                        + " WHERE figure = :figure AND day >= :from AND day < :end AND day < :live")
                .param("figure", figure.name())
                .param("from", days.from())
                .param("end", days.end())
                .param("live", live)
                .query(Count.class)
                .list());
        days.all().stream()
                .filter(day -> !day.isBefore(live) && !day.isAfter(today))
                .flatMap(day -> counting(COUNTS, day).query(Count.class).list().stream())
                .filter(count -> count.figure().equals(figure.name()))
                .forEach(counts::add);
        return counts;
    }

    /** The first day that is counted as it is read. */
    private LocalDate firstLive(LocalDate today) {
        LocalDate oldest = today.minusDays(LIVE_DAYS - 1);
        return lastKept()
                .map(last -> last.plusDays(1))
                .filter(day -> !day.isBefore(oldest))
                .orElse(oldest);
    }

    private JdbcClient.StatementSpec counting(String sql, LocalDate day) {
        return jdbc.sql(sql).param("day", day).param("first", firstId(day)).param("end", firstId(day.plusDays(1)));
    }

    /** Ids of what was made on that day or later are this one or above. */
    static long firstId(LocalDate day) {
        return IdGenerator.firstOf(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
