package io.microblog.translation.cache;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The posts that changed of late. */
@Repository
class ChangedPostRepository {

    private final JdbcClient jdbc;

    ChangedPostRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps changes of a post and storing its translation apart until the transaction ends. */
    void lock(long postId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:post)")
                .param("post", postId)
                .query((row, number) -> true)
                .single();
    }

    void save(long postId, long version, @Nullable TextKey text) {
        jdbc.sql("""
                        INSERT INTO changed_post AS c (post_id, version, text_hash) VALUES (:post, :version, :hash)
                        ON CONFLICT (post_id) DO UPDATE
                        SET version = excluded.version, text_hash = excluded.text_hash, changed_at = now()
                        WHERE excluded.version > c.version""")
                .param("post", postId)
                .param("version", version)
                .param("hash", text == null ? null : text.bytes())
                .update();
    }

    /** Whether the post says something else by now. */
    boolean isOutdated(Wanted wanted) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM changed_post
                                       WHERE post_id = :post AND version > :version
                                         AND text_hash IS DISTINCT FROM :hash)""")
                .param("post", wanted.postId())
                .param("version", wanted.version())
                .param("hash", wanted.text().bytes())
                .query(Boolean.class)
                .single();
    }

    void removeBefore(OffsetDateTime instant) {
        jdbc.sql("DELETE FROM changed_post WHERE changed_at < :instant")
                .param("instant", instant)
                .update();
    }
}
