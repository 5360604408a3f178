package io.microblog.notification.notice;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who carried on which post. */
@Repository
class Boosters {

    private static final String ADD = """
            INSERT INTO boost (post_id, account_id) VALUES (:post, :account) ON CONFLICT DO NOTHING
            """;

    private static final String REMOVE = "DELETE FROM boost WHERE post_id = :post AND account_id = :account";

    /** Few enough for one event's transaction. */
    static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    Boosters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long postId, long accountId) {
        change(ADD, postId, accountId);
    }

    void remove(long postId, long accountId) {
        change(REMOVE, postId, accountId);
    }

    /** The post is gone. */
    void forget(long postId) {
        jdbc.sql("DELETE FROM boost WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** The first {@link #BATCH} above an id, in the order of their ids. */
    List<Long> of(long postId, long after) {
        return jdbc.sql("""
                        SELECT account_id FROM boost WHERE post_id = :post AND account_id > :after
                        ORDER BY account_id LIMIT :batch
                        """)
                .param("post", postId)
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void change(String sql, long postId, long accountId) {
        jdbc.sql(sql).param("post", postId).param("account", accountId).update();
    }
}
