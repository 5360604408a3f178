package io.microblog.post.home;

import java.time.Duration;
import java.time.Instant;

import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which posts and boosts have been delivered to their followers, so that a replayed event does not do it again. What is
 * older than anything that is still to be delivered needs no row to be known.
 */
@Component
class DeliveredPosts {

    /** As long as replayed records are kept, which outlive the dead letters that they come from. */
    static final Duration REMEMBERED = Duration.ofDays(120);

    /** Few enough for a short transaction. */
    private static final int BATCH = 10_000;

    private static final String FORGET = """
            DELETE FROM fan_out WHERE post_id IN (
                SELECT post_id FROM fan_out WHERE post_id < :oldest ORDER BY post_id LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    DeliveredPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the post is there and has not been delivered; it is from now on. It is not deleted meanwhile. */
    boolean addPost(long postId) {
        return add(
                "INSERT INTO fan_out (post_id) SELECT id FROM post WHERE id = :id AND id >= :oldest FOR KEY SHARE",
                postId);
    }

    /** The same of a boost. */
    boolean addBoost(long boostId) {
        return add(
                "INSERT INTO fan_out (post_id) SELECT id FROM boost WHERE id = :id AND id >= :oldest FOR SHARE",
                boostId);
    }

    void remove(long id) {
        jdbc.sql("DELETE FROM fan_out WHERE post_id = :id").param("id", id).update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void forgetOld() {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = jdbc.sql(FORGET)
                    .param("oldest", oldest())
                    .param("batch", BATCH)
                    .update();
        }
    }

    private boolean add(String sql, long id) {
        return jdbc.sql(sql + " ON CONFLICT DO NOTHING")
                        .param("id", id)
                        .param("oldest", oldest())
                        .update()
                == 1;
    }

    private static long oldest() {
        return IdGenerator.firstOf(Instant.now().minus(REMEMBERED));
    }
}
