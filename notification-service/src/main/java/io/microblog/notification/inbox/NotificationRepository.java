package io.microblog.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads and removes notifications; {@link Inbox} makes them. */
@Repository
class NotificationRepository {

    private static final String WANTED = """
            recipient_id = :recipient AND removed_at IS NULL AND id < :below AND id > :above
            AND (cardinality(:types::text[]) = 0 OR type = ANY (:types::text[]))
            AND type <> ALL (:excluded::text[])
            """;
    private static final String FIND = "SELECT id, type, from_id, post_id, created_at FROM notification WHERE ";

    private final JdbcClient jdbc;

    NotificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page in descending order of ids. */
    List<Notification> page(long recipient, NotificationFilter filter, Page page) {
        String order = page.upwards() ? " ORDER BY id LIMIT :limit" : " ORDER BY id DESC LIMIT :limit";
        List<Notification> found = bind(FIND + WANTED + from(filter) + order, recipient, filter)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(NotificationRepository::read)
                .list();
        return page.upwards() ? found.reversed() : found;
    }

    Optional<Notification> find(long recipient, long id) {
        return jdbc.sql(FIND + "id = :id AND recipient_id = :recipient AND removed_at IS NULL")
                .param("id", id)
                .param("recipient", recipient)
                .query(NotificationRepository::read)
                .optional();
    }

    /** Whether there was one to remove. */
    boolean remove(long recipient, long id) {
        return jdbc.sql("UPDATE notification SET removed_at = now()"
                                + " WHERE id = :id AND recipient_id = :recipient AND removed_at IS NULL")
                        .param("id", id)
                        .param("recipient", recipient)
                        .update()
                == 1;
    }

    void removeAll(long recipient) {
        jdbc.sql("UPDATE notification SET removed_at = now() WHERE recipient_id = :recipient AND removed_at IS NULL")
                .param("recipient", recipient)
                .update();
    }

    void removeOfPost(long postId) {
        jdbc.sql("UPDATE notification SET removed_at = now() WHERE post_id = :post AND removed_at IS NULL")
                .param("post", postId)
                .update();
    }

    /** What somebody told the recipient of. */
    void removeFrom(long recipient, long from) {
        jdbc.sql("UPDATE notification SET removed_at = now()"
                        + " WHERE recipient_id = :recipient AND from_id = :from AND removed_at IS NULL")
                .param("recipient", recipient)
                .param("from", from)
                .update();
    }

    /** The wish to follow has been granted, refused or taken back. */
    void removeRequest(long recipient, long from) {
        jdbc.sql("UPDATE notification SET removed_at = now() WHERE recipient_id = :recipient AND from_id = :from"
                        + " AND type = 'follow_request' AND removed_at IS NULL")
                .param("recipient", recipient)
                .param("from", from)
                .update();
    }

    private static String from(NotificationFilter filter) {
        return filter.accountId() == null ? "" : " AND from_id = :from";
    }

    private StatementSpec bind(String sql, long recipient, NotificationFilter filter) {
        StatementSpec statement = jdbc.sql(sql)
                .param("recipient", recipient)
                .param("types", filter.wanted())
                .param("excluded", filter.unwanted());
        return filter.accountId() == null ? statement : statement.param("from", filter.accountId());
    }

    private static Notification read(ResultSet row, int number) throws SQLException {
        return new Notification(
                row.getLong("id"),
                row.getString("type"),
                row.getLong("from_id"),
                row.getObject("post_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
