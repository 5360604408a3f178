package io.microblog.notification.notice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers deleted posts for as long as something about them may still arrive and notify: events of another topic keep
 * no order with the deletion.
 */
@Component
class PostTombstones {

    private final JdbcClient jdbc;

    PostTombstones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the post is gone; whoever tells of it at this moment is waited for. */
    void add(long postId) {
        lock(postId);
        jdbc.sql("INSERT INTO gone_post (post_id) VALUES (:post) ON CONFLICT DO NOTHING")
                .param("post", postId)
                .update();
    }

    /** Whether it is gone; the answer holds until the end of the transaction. */
    boolean contains(long postId) {
        lock(postId);
        return jdbc.sql("SELECT EXISTS (SELECT FROM gone_post WHERE post_id = :post)")
                .param("post", postId)
                .query(Boolean.class)
                .single();
    }

    /** Twice as long as an event is young enough to tell somebody. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forgetOld() {
        jdbc.sql("DELETE FROM gone_post WHERE gone_at < now() - interval '48 hours'")
                .update();
    }

    private void lock(long postId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:post)")
                .param("post", postId)
                .query((row, number) -> postId)
                .single();
    }
}
