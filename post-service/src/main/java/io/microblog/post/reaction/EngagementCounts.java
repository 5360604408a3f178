package io.microblog.post.reaction;

import java.util.Optional;

import io.microblog.event.Engagement;
import io.microblog.kit.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The numbers of favourites and boosts of each post. They change in the transaction of what is counted, and only where a
 * row came or went; so they are always right, and a change costs the same however many there are.
 */
@Component
public class EngagementCounts {

    private final JdbcClient jdbc;

    EngagementCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the post from being deleted until the end of the transaction.
     *
     * @throws NotFound when it is gone
     */
    void hold(long postId) {
        Optional<Long> held = jdbc.sql("SELECT id FROM post WHERE id = :post FOR KEY SHARE")
                .param("post", postId)
                .query(Long.class)
                .optional();
        if (held.isEmpty()) {
            throw new NotFound();
        }
    }

    /** One favourite more ({@code by} = 1) or less (-1). */
    Engagement countFavourite(long postId, int by) {
        return count(postId, by, 0);
    }

    /** One boost more or less. */
    Engagement countBoost(long postId, int by) {
        return count(postId, 0, by);
    }

    /** The row is locked until the end of the transaction, so versions come in the order of commits. */
    private Engagement count(long postId, int favourites, int boosts) {
        jdbc.sql("INSERT INTO post_counts (post_id) VALUES (:post) ON CONFLICT DO NOTHING")
                .param("post", postId)
                .update();
        return select(jdbc.sql("""
                        UPDATE post_counts c SET engagement_version = c.engagement_version + 1,
                            favourites = c.favourites + :favourites, boosts = c.boosts + :boosts
                        FROM post p WHERE c.post_id = :post AND p.id = :post
                        RETURNING p.author_id, p.thread_id, c.engagement_version, c.favourites, c.boosts
                        """).param("favourites", favourites).param("boosts", boosts), postId);
    }

    /** The numbers as they are. */
    public Engagement present(long postId) {
        return select(jdbc.sql("""
                SELECT p.author_id, p.thread_id, coalesce(c.engagement_version, 0) AS engagement_version,
                    coalesce(c.favourites, 0) AS favourites, coalesce(c.boosts, 0) AS boosts
                FROM post p LEFT JOIN post_counts c ON c.post_id = p.id WHERE p.id = :post
                """), postId);
    }

    private static Engagement select(StatementSpec statement, long postId) {
        return statement
                .param("post", postId)
                .query((row, number) -> new Engagement(
                        postId,
                        row.getLong("author_id"),
                        row.getLong("engagement_version"),
                        row.getLong("favourites"),
                        row.getLong("boosts"),
                        row.getLong("thread_id")))
                .single();
    }
}
