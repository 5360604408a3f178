package io.microblog.post.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;

import io.microblog.post.insight.PostReach.Gain;
import io.microblog.post.status.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts how often others open posts, once a person within a minute. Until then it is noted in memory who did; what is
 * written afterwards is a number. A service that is killed forgets what it has noted.
 */
@Component
public class Openings {

    /** What is opened beyond that within a minute is not counted. */
    private static final int MOST = 100_000;

    /** Few enough for a short transaction. */
    private static final int BATCH = 100;

    /** The id may be a boost's. Authors do not count. */
    private static final String COUNT = """
            SELECT p.id, count(DISTINCT o.reader) AS opens
            FROM unnest(CAST(:posts AS bigint[]), CAST(:readers AS bigint[])) AS o (post, reader)
            LEFT JOIN boost b ON b.id = o.post JOIN post p ON p.id = coalesce(b.post_id, o.post)
            WHERE p.author_id <> o.reader GROUP BY p.id
            """;

    private final JdbcClient jdbc;
    private final PostReach reach;
    private final TransactionTemplate transactions;
    private final Set<Opening> noted = ConcurrentHashMap.newKeySet();

    Openings(JdbcClient jdbc, PostReach reach, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.transactions = transactions;
    }

    private record Opening(long post, long reader) {}

    /** Somebody sees a post, or a boost, by itself. Who is signed out is not counted. */
    public void note(long id, Reader reader) {
        if (reader.id() != null && noted.size() < MOST) {
            noted.add(new Opening(id, reader.id()));
        }
    }

    /** Writes what has been noted, and forgets it. */
    @PreDestroy
    @Scheduled(fixedDelayString = "${microblog.insights.count-every}")
    void count() {
        var opened = new HashSet<Opening>();
        for (Opening opening : List.copyOf(noted)) {
            if (noted.remove(opening)) {
                opened.add(opening);
            }
        }
        List<Gain> counts = opened.isEmpty() ? List.of() : counts(List.copyOf(opened));
        for (int from = 0; from < counts.size(); from += BATCH) {
            List<Gain> part = counts.subList(from, Math.min(from + BATCH, counts.size()));
            transactions.executeWithoutResult(_ -> reach.add(part));
        }
    }

    private List<Gain> counts(List<Opening> opened) {
        return jdbc.sql(COUNT)
                .param("posts", opened.stream().map(Opening::post).toArray(Long[]::new))
                .param("readers", opened.stream().map(Opening::reader).toArray(Long[]::new))
                .query((row, number) -> new Gain(row.getLong("id"), 0, row.getLong("opens")))
                .list();
    }
}
