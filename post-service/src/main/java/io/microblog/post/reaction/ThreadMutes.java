package io.microblog.post.reaction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The threads of which people want to hear no more. */
@Component
class ThreadMutes {

    private final JdbcClient jdbc;

    ThreadMutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mute(long accountId, long postId) {
        update("""
                INSERT INTO thread_mute (account_id, thread_id) SELECT :account, p.thread_id FROM post p WHERE p.id = :post
                ON CONFLICT DO NOTHING
                """, accountId, postId);
    }

    /** Whether it was muted. */
    boolean unmute(long accountId, long postId) {
        return update("""
                DELETE FROM thread_mute m USING post p
                WHERE p.id = :post AND m.account_id = :account AND m.thread_id = p.thread_id
                """, accountId, postId) > 0;
    }

    private int update(String sql, long accountId, long postId) {
        return jdbc.sql(sql).param("account", accountId).param("post", postId).update();
    }
}
