package io.microblog.post.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.sql.BatchedDeletion;
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

    private static final String FORGET = """
            DELETE FROM fan_out WHERE post_id IN (
                SELECT post_id FROM fan_out WHERE post_id < :oldest ORDER BY post_id LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    DeliveredPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of some posts that are there and have not been delivered. None of them is deleted before the transaction ends;
     * who holds the locks of their authors is the only one to deliver them.
     */
    List<Long> undelivered(Collection<Long> postIds) {
        return jdbc.sql("""
                SELECT p.id FROM post p
                WHERE p.id = ANY (CAST(:ids AS bigint[])) AND p.id >= :oldest
                    AND NOT EXISTS (SELECT FROM fan_out f WHERE f.post_id = p.id)
                FOR KEY SHARE OF p
                """)
                .param("ids", postIds.toArray(Long[]::new))
                .param("oldest", oldest())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Those of some boosts that are there and have not been delivered; they are from now on. None is deleted meanwhile. */
    List<Long> addBoosts(Collection<Long> boostIds) {
        return jdbc.sql("""
                INSERT INTO fan_out (post_id)
                SELECT id FROM boost WHERE id = ANY (CAST(:ids AS bigint[])) AND id >= :oldest ORDER BY id FOR SHARE
                ON CONFLICT DO NOTHING RETURNING post_id
                """)
                .param("ids", boostIds.toArray(Long[]::new))
                .param("oldest", oldest())
                .query((row, number) -> row.getLong("post_id"))
                .list();
    }

    void remove(long id) {
        jdbc.sql("DELETE FROM fan_out WHERE post_id = :id").param("id", id).update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void forgetOld() {
        BatchedDeletion.run(jdbc, FORGET, Map.of("oldest", oldest()));
    }

    private static long oldest() {
        return IdGenerator.firstOf(Instant.now().minus(REMEMBERED));
    }
}
