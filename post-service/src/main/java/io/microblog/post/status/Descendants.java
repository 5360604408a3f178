package io.microblog.post.status;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What answers a post, and what answers that. A page begins with the answer to the post under which the page before ended,
 * so that a thread of any size is read in bounded steps.
 */
@Component
class Descendants {

    /** How many posts are looked at for a page, seen or not. The recursion goes level by level and stops here. */
    private static final int MAX_VISITED = 20_000;

    /** The answer to {@code :id} under which {@code :after} stands. */
    private static final String BRANCH = """
            WITH RECURSIVE up (id, in_reply_to_id, steps) AS (
                SELECT id, in_reply_to_id, 0 FROM thread_post WHERE id = :after
                UNION ALL
                SELECT p.id, p.in_reply_to_id, up.steps + 1 FROM up JOIN thread_post p ON p.id = up.in_reply_to_id
                WHERE up.in_reply_to_id <> :id AND up.steps < :visited)
            SELECT id FROM up WHERE in_reply_to_id = :id
            """;

    private static final String BELOW = """
            WITH RECURSIVE branch AS (
                SELECT id, in_reply_to_id FROM thread_post WHERE in_reply_to_id = :id AND id >= :from
                ORDER BY id LIMIT :branches),
            down (id, in_reply_to_id, depth) AS (
                SELECT id, in_reply_to_id, 1 FROM branch
                UNION ALL
                SELECT p.id, p.in_reply_to_id, down.depth + 1 FROM down JOIN thread_post p ON p.in_reply_to_id = down.id
                WHERE down.depth < :depth),
            visited AS (SELECT id, in_reply_to_id FROM down LIMIT :visited)
            SELECT v.id, v.in_reply_to_id, p.id IS NOT NULL AS shown
            FROM visited v LEFT JOIN found_by(:reader) p ON p.id = v.id
            """;

    private final JdbcClient jdbc;

    Descendants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of those that the reader may see. */
    ThreadPage of(long post, @Nullable Long after, ThreadLimits limits, Reader reader) {
        // One for where the page before ended, and one to see that there are more.
        int branches = limits.descendants() + 2;
        List<ThreadPage.Node> visited = jdbc.sql(BELOW)
                .param("id", post)
                .param("from", after == null ? 0 : branch(post, after))
                .param("branches", branches)
                .param("depth", limits.depth())
                .param("visited", MAX_VISITED)
                .param("reader", reader.id())
                .query((row, number) -> new ThreadPage.Node(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .list();
        return ThreadPage.of(post, visited, after, limits.descendants(), branches);
    }

    /** Where that is gone, its own number says about where it stood. */
    private long branch(long post, long after) {
        return jdbc.sql(BRANCH)
                .param("id", post)
                .param("after", after)
                .param("visited", MAX_VISITED)
                .query(PostIds.ID)
                .optional()
                .orElse(after);
    }
}
