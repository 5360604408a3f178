package io.microblog.post.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.post.status.Audience;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.PostIds.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations that people have. To everybody but its owner a conversation does not exist. */
@Component
class Conversations {

    /** As many of its people are shown, and so many of its newest posts are looked at for one to show. */
    static final int SHOWN = 40;

    /**
     * The newest post is shown that the owner may see, which leaves out those of suspended people. Nobody comes across
     * whom they block.
     */
    static final String SELECT = """
            SELECT c.id, c.last_post_id, c.unread, c.participants[1\\:%1$d] AS participants, shown.id AS shown_id
            FROM conversation c CROSS JOIN LATERAL (
                SELECT p.id FROM (
                    SELECT x.post_id FROM conversation_post x
                    WHERE x.conversation_id = c.id AND x.post_id > c.removed_up_to ORDER BY x.post_id DESC LIMIT %1$d) newest
                JOIN seen_by(:reader) p ON p.id = newest.post_id
                ORDER BY p.id DESC LIMIT 1) shown
            WHERE c.owner_id = :reader AND NOT EXISTS (
                SELECT FROM unnest(c.participants) AS other (id) CROSS JOIN LATERAL shunning(other.id) s
                WHERE s.account_id = :reader)
            """.formatted(SHOWN);

    private static final PageQuery PAGE = new PageQuery(
            PostIds.part(SELECT, "c.last_post_id", ":below", ":above", "DESC"),
            PostIds.part(SELECT, "c.last_post_id", ":below", ":above", "ASC"));

    static final Source DIRECT = new Source(
            "x.post_id",
            "conversation_post x JOIN seen_by(:reader) p ON p.id = x.post_id WHERE x.owner_id = :reader AND "
                    + Audience.WANTS);

    private final JdbcClient jdbc;
    private final PostIds pages;

    Conversations(JdbcClient jdbc, PostIds pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    /**
     * A conversation as its owner sees it.
     *
     * @param lastPostId where it stands among others
     * @param participants the others; nobody in notes to oneself
     * @param shownId the newest post that the owner may see
     */
    record ConversationRow(long id, long lastPostId, boolean unread, List<Long> participants, long shownId) {

        static ConversationRow of(ResultSet row, int number) throws SQLException {
            return new ConversationRow(
                    row.getLong("id"),
                    row.getLong("last_post_id"),
                    row.getBoolean("unread"),
                    List.of((Long[]) row.getArray("participants").getArray()),
                    row.getLong("shown_id"));
        }
    }

    /** One page, where somebody wrote last first. */
    List<ConversationRow> page(long ownerId, Page page) {
        return pages.page(page, Map.of("reader", ownerId), PAGE, ConversationRow::of);
    }

    /** One page of a person's direct posts, sent and received. */
    List<Long> posts(long ownerId, Page page) {
        return pages.page(page, Map.of("reader", ownerId), DIRECT);
    }

    /**
     * Marks a conversation and returns it.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    ConversationRow mark(long ownerId, long id, boolean unread) {
        change(ownerId, id, "unread = :unread", Map.of("unread", unread));
        return jdbc.sql(SELECT + " AND c.id = :id AND c.last_post_id IS NOT NULL")
                .param("reader", ownerId)
                .param("id", id)
                .query(ConversationRow::of)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Removes a conversation for its owner until somebody writes in it again. Its posts stay.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    void remove(long ownerId, long id) {
        change(ownerId, id, "removed_up_to = last_post_id, last_post_id = NULL, unread = false", Map.of());
    }

    private void change(long ownerId, long id, String assignments, Map<String, ?> values) {
        int changed = jdbc.sql("UPDATE conversation SET " + assignments
                        + " WHERE id = :id AND owner_id = :owner AND last_post_id IS NOT NULL")
                .params(values)
                .param("id", id)
                .param("owner", ownerId)
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
    }
}
