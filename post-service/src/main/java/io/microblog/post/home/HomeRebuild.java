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

    static final String FILL = """
            WITH followed AS MATERIALIZED (
                SELECT to_id AS id, show_boosts FROM relationship WHERE from_id = :owner AND following
                UNION ALL SELECT :owner, false),
            chosen AS MATERIALIZED (
                SELECT entry.* FROM followed f CROSS JOIN LATERAL (
                    SELECT p.id, p.author_id, CAST(NULL AS bigint) AS boosted_id FROM written_for(:owner) p
                    WHERE p.author_id = f.id AND p.id > :from AND p.id <= :to
                    ORDER BY p.id DESC LIMIT :limit) entry
                UNION SELECT entry.*, NULL FROM hashtag_follow g CROSS JOIN LATERAL (
                    SELECT p.id, p.author_id FROM post_hashtag t JOIN tagged_for(:owner) p ON p.id = t.post_id
                    WHERE t.hashtag = g.hashtag AND t.post_id > :from AND t.post_id <= :to
                    ORDER BY t.post_id DESC LIMIT :limit) entry
                WHERE g.account_id = :owner
                UNION SELECT entry.* FROM followed f CROSS JOIN LATERAL (
                    SELECT b.id, b.account_id, b.post_id FROM boost b
                    WHERE b.account_id = f.id AND f.show_boosts AND b.id > :from AND b.id <= :to
                    ORDER BY b.id DESC LIMIT :limit) entry
                ORDER BY id DESC LIMIT :limit),
            written AS (
                INSERT INTO home_timeline (owner_id, post_id, author_id, boosted_id)
                SELECT :owner, id, author_id, boosted_id FROM chosen ON CONFLICT DO NOTHING)
            SELECT count(*) AS entries, min(id) AS lowest FROM chosen
            """;

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
