package io.microblog.post.status;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts around a post: what it answers, and what answers it. */
@Component
public class Conversation {

    /** How far up; a longer thread is read from further up. */
    static final int MAX_ANCESTORS = 100;

    /** How many answers are shown. */
    static final int MAX_DESCENDANTS = 400;

    /** How many answers are looked at, seen or not. The recursion goes level by level and stops here. */
    private static final int MAX_VISITED = 4_000;

    private static final String ANCESTORS = """
            WITH RECURSIVE up (id, in_reply_to_id, depth) AS (
                SELECT id, in_reply_to_id, 0 FROM post WHERE id = :id
                UNION ALL
                SELECT p.id, p.in_reply_to_id, up.depth + 1 FROM up JOIN post p ON p.id = up.in_reply_to_id
                WHERE up.depth < :limit)
            SELECT id FROM up WHERE depth > 0 ORDER BY depth DESC
            """;

    private static final String DESCENDANTS = """
            WITH RECURSIVE down (id, path) AS (
                SELECT id, ARRAY[id] FROM post WHERE in_reply_to_id = :id
                UNION ALL
                SELECT p.id, down.path || p.id FROM down JOIN post p ON p.in_reply_to_id = down.id),
            visited AS (SELECT id, path FROM down LIMIT :visited)
            SELECT v.id FROM visited v JOIN post p ON p.id = v.id JOIN author a ON a.id = p.author_id
            WHERE %s AND %s ORDER BY v.path LIMIT :limit
            """.formatted(Audience.SEES, Audience.WANTS);

    private final JdbcClient jdbc;
    private final Statuses statuses;

    Conversation(JdbcClient jdbc, Statuses statuses) {
        this.jdbc = jdbc;
        this.statuses = statuses;
    }

    /**
     * Both sides of a post.
     *
     * @param ancestors from the start of the thread downwards
     * @param descendants each followed by its own answers
     */
    public record Context(List<Status> ancestors, List<Status> descendants) {}

    /**
     * Around one post, or the post that is boosted; what the reader may not see is left out.
     *
     * @throws io.microblog.kit.problem.NotFound when the reader may not see the post itself
     */
    public Context around(long id, Reader reader) {
        long post = statuses.original(id, reader).id();
        List<Long> above = jdbc.sql(ANCESTORS)
                .param("id", post)
                .param("limit", MAX_ANCESTORS)
                .query(PostIds.ID)
                .list();
        List<Long> below = jdbc.sql(DESCENDANTS)
                .param("id", post)
                .param("visited", MAX_VISITED)
                .param("reader", reader.id())
                .param("limit", MAX_DESCENDANTS)
                .query(PostIds.ID)
                .list();
        return new Context(statuses.read(above, reader), statuses.read(below, reader));
    }
}
