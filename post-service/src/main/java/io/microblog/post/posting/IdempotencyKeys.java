package io.microblog.post.posting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Which post, published or scheduled, a client's idempotency key has created, for as long as the client may repeat its request. */
@Component
class IdempotencyKeys {

    /** As long as the API documents. */
    static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the key has created. */
    Optional<Created> find(long authorId, String key) {
        return jdbc.sql(
                        "SELECT post_id, scheduled FROM idempotency_key WHERE author_id = :author AND key = :key AND created_at > :oldest")
                .param("author", authorId)
                .param("key", key)
                .param("oldest", oldest())
                .query((row, number) -> new Created(row.getLong("post_id"), row.getBoolean("scheduled")))
                .optional();
    }

    /**
     * Takes the key for what is created in the running transaction. Where another transaction holds it, waits for its end.
     *
     * @return false when the key has created a post already
     */
    boolean claim(long authorId, String key, Created created) {
        return jdbc.sql("""
                INSERT INTO idempotency_key AS k (author_id, key, post_id, scheduled, created_at)
                VALUES (:author, :key, :post, :scheduled, :now)
                ON CONFLICT (author_id, key) DO UPDATE SET
                    post_id = excluded.post_id, scheduled = excluded.scheduled, created_at = excluded.created_at
                WHERE k.created_at <= :oldest
                """)
                        .param("author", authorId)
                        .param("key", key)
                        .param("post", created.id())
                        .param("scheduled", created.scheduled())
                        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .param("oldest", oldest())
                        .update()
                == 1;
    }

    /** From now on the key that created a scheduled post tells of what was published. */
    void passOn(long scheduledId, Post published) {
        jdbc.sql("UPDATE idempotency_key SET post_id = :post, scheduled = false"
                        + " WHERE author_id = :author AND post_id = :scheduled AND scheduled")
                .param("post", published.id())
                .param("author", published.authorId())
                .param("scheduled", scheduledId)
                .update();
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
