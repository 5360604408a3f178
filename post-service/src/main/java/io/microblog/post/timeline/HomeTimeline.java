package io.microblog.post.timeline;

import java.util.concurrent.ThreadLocalRandom;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the entries of home timelines. Every method works in the caller's transaction and may be repeated.
 *
 * <p>A post may be delivered while somebody begins or ceases to follow its author. Both sides therefore lock the author: a
 * delivery for itself, changes of followers together. Whichever commits first is seen by the other, and no entry is
 * missed or left behind.
 */
@Component
public class HomeTimeline {

    private static final String DELIVER = """
            INSERT INTO home_timeline (owner_id, post_id, author_id)
            SELECT r.from_id, p.id, p.author_id
            FROM post p JOIN relationship r ON r.to_id = p.author_id AND r.following
            WHERE p.id = :post AND %s
            ON CONFLICT DO NOTHING
            """.formatted(HomeRules.fitting("r.from_id"));

    private static final String BACKFILL = """
            INSERT INTO home_timeline (owner_id, post_id, author_id)
            SELECT :owner, p.id, p.author_id
            FROM (SELECT * FROM post WHERE author_id = :author ORDER BY id DESC LIMIT :limit) p
            WHERE %s
            ON CONFLICT DO NOTHING
            """.formatted(HomeRules.fitting("CAST(:owner AS bigint)"));

    private static final String REMOVE = """
            DELETE FROM home_timeline h USING relationship r
            WHERE r.to_id = :author AND r.following AND h.owner_id = r.from_id AND h.post_id = :post
            """;

    /** Rows that another trimming deletes already are left to it, or the two might wait for each other for ever. */
    private static final String TRIM = """
            DELETE FROM home_timeline h USING (
                SELECT e.owner_id, e.post_id
                FROM relationship r
                CROSS JOIN LATERAL (
                    SELECT post_id FROM home_timeline t WHERE t.owner_id = r.from_id
                    ORDER BY post_id DESC OFFSET :capacity LIMIT 1) first
                JOIN home_timeline e ON e.owner_id = r.from_id AND e.post_id <= first.post_id
                WHERE r.to_id = :author AND r.following
                FOR UPDATE OF e SKIP LOCKED) surplus
            WHERE h.owner_id = surplus.owner_id AND h.post_id = surplus.post_id
            """;

    private final JdbcClient jdbc;
    private final TimelineProperties properties;

    HomeTimeline(JdbcClient jdbc, TimelineProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Puts a new post into its author's own home. */
    public void addOwn(long authorId, long postId) {
        jdbc.sql("INSERT INTO home_timeline (owner_id, post_id, author_id) VALUES (:author, :post, :author)"
                        + " ON CONFLICT DO NOTHING")
                .param("author", authorId)
                .param("post", postId)
                .update();
    }

    /** Takes a deleted post out of its author's own home. */
    public void removeOwn(long authorId, long postId) {
        jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :author AND post_id = :post")
                .param("author", authorId)
                .param("post", postId)
                .update();
    }

    /**
     * Puts a post into the homes of all followers, once: a replay years later must not bring back what was trimmed or
     * add what a later follower never had. A post deleted meanwhile goes nowhere.
     */
    void deliver(long authorId, long postId) {
        lockAlone(authorId);
        int first = jdbc.sql(
                        "INSERT INTO fan_out (post_id) SELECT id FROM post WHERE id = :post ON CONFLICT DO NOTHING")
                .param("post", postId)
                .update();
        if (first == 0) {
            return;
        }
        jdbc.sql(DELIVER).param("post", postId).update();
        if (ThreadLocalRandom.current().nextInt(properties.trimEvery()) == 0) {
            trim(authorId);
        }
    }

    /** Takes a deleted post out of the homes of all followers. */
    void withdraw(long authorId, long postId) {
        lockAlone(authorId);
        jdbc.sql(REMOVE).param("author", authorId).param("post", postId).update();
        jdbc.sql("DELETE FROM fan_out WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** Gives a new follower the author's newest posts. */
    public void backfill(long ownerId, long authorId) {
        lockTogether(authorId);
        jdbc.sql(BACKFILL)
                .param("owner", ownerId)
                .param("author", authorId)
                .param("limit", properties.backfill())
                .update();
    }

    /** Takes the author's posts away from somebody who no longer follows. */
    public void prune(long ownerId, long authorId) {
        lockTogether(authorId);
        jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :owner AND author_id = :author")
                .param("owner", ownerId)
                .param("author", authorId)
                .update();
    }

    private void trim(long authorId) {
        jdbc.sql(TRIM)
                .param("author", authorId)
                .param("capacity", properties.capacity())
                .update();
    }

    private void lockAlone(long authorId) {
        lock("SELECT pg_advisory_xact_lock(:author)", authorId);
    }

    private void lockTogether(long authorId) {
        lock("SELECT pg_advisory_xact_lock_shared(:author)", authorId);
    }

    private void lock(String sql, long authorId) {
        jdbc.sql(sql).param("author", authorId).query((row, number) -> authorId).single();
    }
}
