package io.microblog.notification.notice;

import java.util.LinkedHashMap;
import java.util.Map;

import io.microblog.event.PostState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose posts quote which others. */
@Repository
class QuoteReplica {

    /** Few enough for one event's transaction. */
    static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    QuoteReplica(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes over whether a post quotes another. */
    void put(PostState post) {
        if (post.quote() == null) {
            return;
        }
        if (post.quote().revoked()) {
            jdbc.sql("DELETE FROM quote WHERE post_id = :post")
                    .param("post", post.id())
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO quote (post_id, quoted_id, author_id) VALUES (:post, :quoted, :author) ON CONFLICT DO NOTHING
                """)
                .param("post", post.id())
                .param("quoted", post.quote().postId())
                .param("author", post.authorId())
                .update();
    }

    /** The post is gone. */
    void forget(long postId) {
        jdbc.sql("DELETE FROM quote WHERE post_id = :post OR quoted_id = :post")
                .param("post", postId)
                .update();
    }

    /** The last of each author's posts that quote a post, of the first {@link #BATCH} authors above an id, by their ids. */
    Map<Long, Long> of(long quotedId, long after) {
        var found = new LinkedHashMap<Long, Long>();
        jdbc.sql("""
                        SELECT author_id, max(post_id) AS post_id FROM quote WHERE quoted_id = :quoted AND author_id > :after
                        GROUP BY author_id ORDER BY author_id LIMIT :batch
                        """)
                .param("quoted", quotedId)
                .param("after", after)
                .param("batch", BATCH)
                .query(row -> {
                    found.put(row.getLong("author_id"), row.getLong("post_id"));
                });
        return found;
    }
}
