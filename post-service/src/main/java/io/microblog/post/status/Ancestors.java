package io.microblog.post.status;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a post answers, and what that answers, up to the start of the thread. */
@Component
class Ancestors {

    /** Deleted posts are on the way, so that what is above them is found. */
    private static final String ABOVE = """
            WITH RECURSIVE up (id, in_reply_to_id, depth) AS (
                SELECT id, in_reply_to_id, 0 FROM post WHERE id = :id
                UNION ALL
                SELECT p.id, p.in_reply_to_id, up.depth + 1 FROM up JOIN thread_post p ON p.id = up.in_reply_to_id
                WHERE up.depth <= :limit)
            SELECT id FROM up WHERE depth > 0 ORDER BY depth DESC
            """;

    private final JdbcClient jdbc;

    Ancestors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The nearest, from above downwards.
     *
     * @param more whether there are others above them
     */
    record Found(List<Long> ids, boolean more) {}

    Found of(long post, int limit) {
        List<Long> ids = jdbc.sql(ABOVE)
                .param("id", post)
                .param("limit", limit)
                .query(PostIds.ID)
                .list();
        boolean more = ids.size() > limit;
        return new Found(more ? ids.subList(1, ids.size()) : ids, more);
    }
}
