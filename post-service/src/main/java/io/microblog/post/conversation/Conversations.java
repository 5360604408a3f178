package io.microblog.post.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations that people have. To everybody but its owner a conversation does not exist. */
@Component
class Conversations {

    private static final PageQuery PAGE = PageQuery.of(Conversations.class, "conversations.sql");

    private static final PageQuery DIRECT = PageQuery.of(Conversations.class, "direct-posts.sql");

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
     * @param participants the others, at most forty; nobody in notes to oneself
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
        return jdbc.sql("SELECT * FROM conversations_of(:owner) c WHERE c.id = :id")
                .param("owner", ownerId)
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
