package io.microblog.post.home;

import java.time.Duration;
import java.time.Instant;

import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a home from what its owner follows: the newest entries that fan-out would have written, as many as a home holds.
 *
 * <p>It goes back through time in windows, each four times as long as the one before, until it has enough. So it reads
 * little more than it writes, whether the owner follows few quiet people or thousands of busy ones, and a followed person
 * costs one look into an index a window.
 */
@Component
class HomeRebuild {

    private static final Duration FIRST_WINDOW = Duration.ofHours(1);
    private static final int GROWTH = 4;

    /** Beyond this the last window reaches back to the beginning. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final String WINDOW = " > :from AND %1$s <= :to ORDER BY %1$s DESC LIMIT :limit";

    private static final String FILL = """
            WITH followed AS MATERIALIZED (
                SELECT to_id AS id, show_boosts FROM relationship WHERE from_id = :owner AND following
                UNION ALL SELECT :owner, false),
            chosen AS MATERIALIZED (
                SELECT m.* FROM followed f CROSS JOIN LATERAL (
                    SELECT p.id, p.author_id, CAST(NULL AS bigint) AS boosted_id FROM post p
                    WHERE p.author_id = f.id AND %1$s AND p.id %2$s) m
                UNION SELECT m.*, NULL FROM hashtag_follow g CROSS JOIN LATERAL (
                    SELECT p.id, p.author_id FROM post_hashtag t JOIN post p ON p.id = t.post_id
                    WHERE t.hashtag = g.hashtag AND %4$s AND t.post_id %3$s) m
                WHERE g.account_id = :owner
                UNION SELECT m.* FROM followed f CROSS JOIN LATERAL (
                    SELECT b.id, b.account_id, b.post_id FROM boost b
                    WHERE b.account_id = f.id AND f.show_boosts AND b.id %5$s) m
                ORDER BY id DESC LIMIT :limit),
            written AS (
                INSERT INTO home_timeline (owner_id, post_id, author_id, boosted_id)
                SELECT :owner, id, author_id, boosted_id FROM chosen ON CONFLICT DO NOTHING)
            SELECT count(*) AS entries, min(id) AS lowest FROM chosen
            """.formatted(
                    HomeRules.fitting("CAST(:owner AS bigint)"),
                    WINDOW.formatted("p.id"),
                    WINDOW.formatted("t.post_id"),
                    HomeRules.tagged("CAST(:owner AS bigint)"),
                    WINDOW.formatted("b.id"));

    private final JdbcClient jdbc;
    private final HomeProperties properties;

    HomeRebuild(JdbcClient jdbc, HomeProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    private record Filled(int entries, long lowest) {}

    /** Fills a home and says that it is kept, in the caller's transaction, which holds it. */
    void fill(long ownerId) {
        Instant now = Instant.now();
        long to = Long.MAX_VALUE;
        int wanted = properties.capacity();
        long floor = 0;
        for (Duration age = FIRST_WINDOW; wanted > 0 && to > 0; age = age.multipliedBy(GROWTH)) {
            long from = age.compareTo(LONGEST) > 0 ? 0 : IdGenerator.firstOf(now.minus(age));
            Filled filled = fill(ownerId, from, to, wanted);
            wanted -= filled.entries();
            floor = wanted == 0 ? filled.lowest() - 1 : 0;
            to = from;
        }
        jdbc.sql("UPDATE home SET state = 'KEPT', floor = :floor WHERE owner_id = :owner")
                .param("floor", floor)
                .param("owner", ownerId)
                .update();
    }

    private Filled fill(long ownerId, long from, long to, int limit) {
        return jdbc.sql(FILL)
                .param("owner", ownerId)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query((row, number) -> new Filled(row.getInt("entries"), row.getLong("lowest")))
                .single();
    }
}
