package io.microblog.post.insight;

import java.util.List;
import java.util.function.ToLongFunction;

import io.microblog.event.ReachEvent.PostReached;
import io.microblog.kit.event.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts how far posts get. Whom they reach is known where that is counted, and not kept. */
@Component
public class PostReach {

    /** Of direct posts nothing is counted. In the order of ids, so that two instances do not wait for each other. */
    private static final String ADD = """
            INSERT INTO post_reach AS r (post_id, version, homes, opens)
            SELECT p.id, 1, g.homes, g.opens FROM (
                SELECT id, sum(homes) AS homes, sum(opens) AS opens
                FROM unnest(CAST(:posts AS bigint[]), CAST(:homes AS bigint[]), CAST(:opens AS bigint[])) AS s (id, homes, opens)
                GROUP BY id) g
            JOIN post p ON p.id = g.id WHERE p.visibility <> 'DIRECT' AND g.homes + g.opens > 0
            ORDER BY p.id FOR KEY SHARE OF p
            ON CONFLICT (post_id) DO UPDATE
            SET version = r.version + 1, homes = r.homes + excluded.homes, opens = r.opens + excluded.opens
            RETURNING post_id, version, homes, opens, (SELECT author_id FROM post WHERE id = r.post_id) AS author_id
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    PostReach(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * How much further a post has got.
     *
     * @param homes that carry it and did not before
     * @param opens by others
     */
    public record Gain(long postId, long homes, long opens) {}

    /** Posts have got further, in the same transaction; what is told of each is how far it is then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Gain> gains) {
        if (gains.isEmpty()) {
            return;
        }
        outbox.appendAll(jdbc.sql(ADD)
                .param("posts", column(gains, Gain::postId))
                .param("homes", column(gains, Gain::homes))
                .param("opens", column(gains, Gain::opens))
                .query((row, number) -> new PostReached(
                        row.getLong("post_id"),
                        row.getLong("author_id"),
                        row.getLong("version"),
                        row.getLong("homes"),
                        row.getLong("opens")))
                .list());
    }

    private static Long[] column(List<Gain> gains, ToLongFunction<Gain> value) {
        return gains.stream().mapToLong(value).boxed().toArray(Long[]::new);
    }
}
