package io.microblog.post.posting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which post a client's idempotency key has created, for as long as the client may repeat its request. */
@Component
class IdempotencyKeys {

    /** As long as the API documents. */
    static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the key has created. */
    Optional<Long> find(long authorId, String key) {
        return jdbc.sql(
                        "SELECT post_id FROM idempotency_key WHERE author_id = :author AND key = :key AND created_at > :oldest")
                .param("author", authorId)
                .param("key", key)
                .param("oldest", oldest())
                .query(Long.class)
                .optional();
    }

    /**
     * Takes the key for a post in the running transaction. Where another transaction holds it, waits for its end.
     *
     * @return false when the key has created a post already
     */
    boolean claim(long authorId, String key, long postId) {
        return jdbc.sql("""
                INSERT INTO idempotency_key AS k (author_id, key, post_id, created_at) VALUES (:author, :key, :post, :now)
                ON CONFLICT (author_id, key) DO UPDATE SET post_id = excluded.post_id, created_at = excluded.created_at
                WHERE k.created_at <= :oldest
                """)
                        .param("author", authorId)
                        .param("key", key)
                        .param("post", postId)
                        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .param("oldest", oldest())
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        jdbc.sql("DELETE FROM idempotency_key WHERE created_at <= :oldest")
                .param("oldest", oldest())
                .update();
    }

    private static OffsetDateTime oldest() {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(KEPT);
    }
}
