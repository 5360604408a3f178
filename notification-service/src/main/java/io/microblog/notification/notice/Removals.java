package io.microblog.notification.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.microblog.event.RelationshipState;
import io.microblog.notification.kind.NotificationType;
import io.microblog.notification.mail.MailRequests;
import io.microblog.notification.mail.MailRequests.Cause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Takes notifications away when what they tell of is over. */
@Repository
class Removals {

    private static final String RETURNING = " RETURNING event_id, recipient_id";

    private final JdbcClient jdbc;
    private final MailRequests mails;

    Removals(JdbcClient jdbc, MailRequests mails) {
        this.jdbc = jdbc;
        this.mails = mails;
    }

    /** The post is gone. */
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
        mark("removed_at = now(), withdrawn = true", "removed_at IS NULL", List.of(recipient), type, subject);
    }

    /** What was withdrawn is the case again, at its old place. */
    void restore(Collection<Long> recipients, NotificationType type, String subject) {
        if (!recipients.isEmpty()) {
            mark("removed_at = NULL, withdrawn = false", "withdrawn", recipients, type, subject);
        }
    }

    /** An earlier edit of the post is no news any more. */
    void removeUpdates(long postId) {
        jdbc.sql("UPDATE notification SET removed_at = now()"
                        + " WHERE post_id = :post AND type = 'update' AND removed_at IS NULL")
                .param("post", postId)
                .update();
    }

    /** An earlier edit of the post that they quote is no news to these people any more. */
    void removeQuotedUpdates(Collection<Long> quoting) {
        jdbc.sql("UPDATE notification SET removed_at = now()"
                        + " WHERE post_id = ANY (:posts) AND type = 'quoted_update' AND removed_at IS NULL")
                .param("posts", quoting.toArray(Long[]::new))
                .update();
    }

    private void mark(
            String change, String condition, Collection<Long> recipients, NotificationType type, String subject) {
        jdbc.sql("UPDATE notification SET " + change + " WHERE " + condition
                        + " AND recipient_id = ANY (:recipients) AND type = :type AND subject = :subject")
                .param("recipients", recipients.toArray(Long[]::new))
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
}
