package io.microblog.post.automatic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up what conditions ask for, as it was when each of the posts was judged, in one query for all of them. What a post
 * costs is bounded by the numbers in the condition.
 */
@Component
class RuleSurroundings {

    /** A post is not compared with all that share a print with it, but with the newest so many more than are asked for. */
    private static final int COMPARED = 20;

    private static final String YOUNG = """
            SELECT c.id FROM unnest(CAST(:ids AS bigint[]), CAST(:authors AS bigint[]), CAST(:since AS bigint[]))
                AS c (id, author_id, since)
            JOIN author a ON a.id = c.author_id
            WHERE a.created_at > to_timestamp((c.since >> 16) / 1000.0)
            """;

    /** Who follows now and did not then is a stranger; of who has ceased to follow nothing is known. */
    private static final String STRANGERS = """
            SELECT c.id FROM unnest(
                CAST(:ids AS bigint[]), CAST(:authors AS bigint[]), CAST(:at AS bigint[]), CAST(:named AS bigint[]))
                AS c (id, author_id, at, named_id)
            WHERE NOT EXISTS (SELECT FROM relationship r
                WHERE r.from_id = c.named_id AND r.to_id = c.author_id AND r.following
                    AND (r.followed_at IS NULL OR r.followed_at <= to_timestamp((c.at >> 16) / 1000.0)))
            GROUP BY c.id HAVING count(*) > :most
            """;

    private static final String BUSY = """
            SELECT c.id FROM unnest(
                CAST(:ids AS bigint[]), CAST(:authors AS bigint[]), CAST(:at AS bigint[]), CAST(:since AS bigint[]))
                AS c (id, author_id, at, since)
            WHERE EXISTS (SELECT FROM post p
                WHERE p.author_id = c.author_id AND p.id >= c.since AND p.id < c.at AND p.id <> c.id
                ORDER BY p.id DESC OFFSET :most)
            """;

    private static final String REPEATED = """
            SELECT c.id FROM unnest(
                CAST(:ids AS bigint[]), CAST(:at AS bigint[]), CAST(:since AS bigint[]), CAST(:print0 AS int[]),
                CAST(:print1 AS int[]), CAST(:print2 AS int[]), CAST(:print3 AS int[]), CAST(:print4 AS int[]),
                CAST(:print5 AS int[])) AS c (id, at, since, p0, p1, p2, p3, p4, p5)
            WHERE EXISTS (
                SELECT near.post_id
                FROM (VALUES (c.p0), (c.p1), (c.p2), (c.p3), (c.p4), (c.p5)) AS own (print) CROSS JOIN LATERAL (
                    SELECT p.post_id FROM post_print p
                    WHERE p.print = own.print AND p.post_id >= c.since AND p.post_id < c.at AND p.post_id <> c.id
                    ORDER BY p.post_id DESC LIMIT :compared) near
                GROUP BY near.post_id HAVING count(*) >= :shared
                OFFSET :most)
            """;

    private final JdbcClient jdbc;

    RuleSurroundings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the posts of which the condition holds. */
    List<JudgedPost> holding(Condition.OfSurroundings condition, List<JudgedPost> posts) {
        Set<Long> found = switch (condition) {
            case Condition.AccountAge age ->
                of(YOUNG, posts)
                        .param("authors", longs(posts, JudgedPost::authorId))
                        .param("since", before(posts, Duration.ofHours(age.lessThanHours())))
                        .query(RuleSurroundings::id)
                        .set();
            case Condition.Strangers strangers -> naming(posts, strangers.moreThan());
            case Condition.Rate rate ->
                of(BUSY, posts)
                        .param("authors", longs(posts, JudgedPost::authorId))
                        .param("at", longs(posts, JudgedPost::at))
                        .param("since", before(posts, Duration.ofMinutes(rate.withinMinutes())))
                        .param("most", rate.moreThan())
                        .query(RuleSurroundings::id)
                        .set();
            case Condition.Duplicates duplicates -> repeated(posts, duplicates);
        };
        return posts.stream().filter(post -> found.contains(post.id())).toList();
    }

    private Set<Long> naming(List<JudgedPost> posts, int most) {
        record Naming(JudgedPost post, long named) {}
        List<Naming> namings = posts.stream()
                .filter(post -> post.others().size() > most)
                .flatMap(post -> post.others().stream().map(named -> new Naming(post, named)))
                .toList();
        if (namings.isEmpty()) {
            return Set.of();
        }
        List<JudgedPost> each = namings.stream().map(Naming::post).toList();
        return of(STRANGERS, each)
                .param("authors", longs(each, JudgedPost::authorId))
                .param("at", longs(each, JudgedPost::at))
                .param("named", namings.stream().map(Naming::named).toArray(Long[]::new))
                .param("most", most)
                .query(RuleSurroundings::id)
                .set();
    }

    private Set<Long> repeated(List<JudgedPost> all, Condition.Duplicates duplicates) {
        List<JudgedPost> posts =
                all.stream().filter(post -> post.prints().length > 0).toList();
        if (posts.isEmpty()) {
            return Set.of();
        }
        JdbcClient.StatementSpec query = of(REPEATED, posts)
                .param("at", longs(posts, JudgedPost::at))
                .param("since", before(posts, Duration.ofHours(duplicates.withinHours())))
                .param("most", duplicates.atLeast() - 1)
                .param("compared", duplicates.atLeast() * 2 + COMPARED)
                .param("shared", Prints.SHARED);
        for (int i = 0; i < Prints.COUNT; i++) {
            int place = i;
            query = query.param(
                    "print" + i,
                    posts.stream().map(post -> post.prints()[place]).toArray(Integer[]::new));
        }
        return query.query(RuleSurroundings::id).set();
    }

    private static Long id(ResultSet row, int number) throws SQLException {
        return row.getLong("id");
    }

    private JdbcClient.StatementSpec of(String sql, List<JudgedPost> posts) {
        return jdbc.sql(sql).param("ids", longs(posts, JudgedPost::id));
    }

    private static Long[] longs(List<JudgedPost> posts, ToLongFunction<JudgedPost> value) {
        return posts.stream().mapToLong(value).boxed().toArray(Long[]::new);
    }

    /** The first ids of the time before each post. */
    private static Long[] before(List<JudgedPost> posts, Duration window) {
        return Arrays.stream(longs(posts, JudgedPost::at))
                .map(at -> IdGenerator.firstOf(IdGenerator.timeOf(at).minus(window)))
                .toArray(Long[]::new);
    }
}
