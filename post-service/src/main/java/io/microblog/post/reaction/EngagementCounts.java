package io.microblog.post.reaction;

import java.util.Optional;

import io.microblog.event.Engagement;
import io.microblog.kit.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of favourites and boosts of each post, counted anew after each change so that they cannot drift. */
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

    /**
     * Counts in the transaction of the change. The row is locked first and counted in a statement of its own, which sees
     * what others have committed meanwhile; so the last one counts all, and versions come in the order of commits.
     */
    Engagement recount(long postId) {
        jdbc.sql("""
                INSERT INTO post_counts AS c (post_id) VALUES (:post)
                ON CONFLICT (post_id) DO UPDATE SET post_id = excluded.post_id
                """).param("post", postId).update();
        return select("""
                UPDATE post_counts c SET engagement_version = c.engagement_version + 1,
                    favourites = (SELECT count(*) FROM favourite f WHERE f.post_id = :post),
                    boosts = (SELECT count(*) FROM boost b WHERE b.post_id = :post)
                FROM post p WHERE c.post_id = :post AND p.id = :post
                RETURNING p.author_id, c.engagement_version, c.favourites, c.boosts
                """, postId);
    }

    /** The numbers as they are. */
    public Engagement present(long postId) {
        return select("""
                SELECT p.author_id, coalesce(c.engagement_version, 0) AS engagement_version,
                    coalesce(c.favourites, 0) AS favourites, coalesce(c.boosts, 0) AS boosts
                FROM post p LEFT JOIN post_counts c ON c.post_id = p.id WHERE p.id = :post
                """, postId);
    }

    private Engagement select(String sql, long postId) {
        return jdbc.sql(sql)
                .param("post", postId)
                .query((row, number) -> new Engagement(
                        postId,
                        row.getLong("author_id"),
                        row.getLong("engagement_version"),
                        row.getLong("favourites"),
                        row.getLong("boosts")))
                .single();
    }
}
