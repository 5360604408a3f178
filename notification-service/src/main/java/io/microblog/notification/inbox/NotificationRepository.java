package io.microblog.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.microblog.event.RelationshipState;
import io.microblog.kit.web.Page;
import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.MailRequests.Cause;
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

    private static final String RETURNING = " RETURNING event_id, recipient_id";

    private final JdbcClient jdbc;
    private final MailRequests mails;

    NotificationRepository(JdbcClient jdbc, MailRequests mails) {
        this.jdbc = jdbc;
        this.mails = mails;
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

    /** What somebody told the recipient of, for good: it does not come back when they do the same again. */
    void removeFrom(long recipient, long from) {
        unsend(jdbc.sql("UPDATE notification SET removed_at = coalesce(removed_at, now()), withdrawn = false"
                        + " WHERE recipient_id = :recipient AND from_id = :from AND (removed_at IS NULL OR withdrawn)"
                        + RETURNING)
                .param("recipient", recipient)
                .param("from", from));
    }

    /** The wish to follow has been granted, refused or taken back. */
    void removeRequest(RelationshipState state, Instant then) {
        removeApproach(NotificationType.FOLLOW_REQUEST, state, then);
    }

    /** The follow is over. */
    void removeFollow(RelationshipState state, Instant then) {
        removeApproach(NotificationType.FOLLOW, state, then);
    }

    /** A later follow or request is not meant: an event may come twice, and the later one before its second time. */
    private void removeApproach(NotificationType type, RelationshipState state, Instant then) {
        unsend(jdbc.sql("UPDATE notification SET removed_at = now() WHERE recipient_id = :recipient AND from_id = :from"
                        + " AND type = :type AND created_at <= :then AND removed_at IS NULL" + RETURNING)
                .param("recipient", state.toId())
                .param("from", state.fromId())
                .param("type", type.wireName())
                .param("then", then.atOffset(ZoneOffset.UTC)));
    }

    /** A post names these people alone: whoever else was told that it names them is told so no longer. */
    void withdrawMentions(long postId, Collection<Long> named) {
        unsend(jdbc.sql("UPDATE notification SET removed_at = now(), withdrawn = true WHERE post_id = :post"
                        + " AND type = 'mention' AND recipient_id <> ALL (:named) AND removed_at IS NULL" + RETURNING)
                .param("post", postId)
                .param("named", named.toArray(Long[]::new)));
    }

    /** What is no longer the case, and is shown again if it is once more. */
    void withdraw(long recipient, NotificationType type, String subject) {
        mark("removed_at = now(), withdrawn = true", "removed_at IS NULL", recipient, type, subject);
    }

    /** What was withdrawn is the case again, at its old place. */
    void restore(long recipient, NotificationType type, String subject) {
        mark("removed_at = NULL, withdrawn = false", "withdrawn", recipient, type, subject);
    }

    private void mark(String change, String condition, long recipient, NotificationType type, String subject) {
        jdbc.sql("UPDATE notification SET " + change + " WHERE " + condition
                        + " AND recipient_id = :recipient AND type = :type AND subject = :subject")
                .param("recipient", recipient)
                .param("type", type.wireName())
                .param("subject", subject)
                .update();
    }

    /** Mails that are still waiting go with what they tell of. */
    private void unsend(StatementSpec removal) {
        mails.withdraw(removal.query(
                        (row, number) -> new Cause(row.getObject("event_id", UUID.class), row.getLong("recipient_id")))
                .list());
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
