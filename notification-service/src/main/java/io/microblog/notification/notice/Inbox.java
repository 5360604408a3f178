package io.microblog.notification.notice;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.notification.notice.Recipients.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts notices into inboxes, each once; {@link Notices} says which. */
@Component
class Inbox {

    private static final String ADD = """
            INSERT INTO notification AS n (id, recipient_id, type, subject, from_id, post_id, thread_id, for_followers,
                filtered, group_key, object_id, event_id, created_at)
            SELECT r.id, r.recipient_id, :type, :subject, :from, coalesce(own.post_id, :post), :thread, :followers, r.filtered,
                CASE WHEN r.filtered THEN 'ungrouped-' || r.id
                    ELSE coalesce(present.group_key, :group::text, 'ungrouped-' || r.id) END, :object, :event, :time
            FROM unnest(:ids::bigint[], :recipients::bigint[], :filtered::boolean[]) AS r (id, recipient_id, filtered)
            LEFT JOIN unnest(:owners::bigint[], :own::bigint[]) AS own (recipient_id, post_id)
                ON own.recipient_id = r.recipient_id
            LEFT JOIN LATERAL (
                SELECT o.group_key FROM notification o
                WHERE o.recipient_id = r.recipient_id AND o.group_key = ANY (:open::text[]) AND o.removed_at IS NULL
                ORDER BY o.id DESC LIMIT 1) AS present ON true
            ON CONFLICT (recipient_id, type, subject) DO NOTHING
            RETURNING n.id, n.recipient_id, NOT n.filtered AND NOT EXISTS (
                SELECT FROM thread_mute m WHERE m.account_id = n.recipient_id AND m.thread_id = n.thread_id AND m.muted)
                AS heard
            """;

    private static final String REQUEST = """
            INSERT INTO notification_request (id, account_id, from_id)
            SELECT r.id, r.account_id, :from FROM unnest(:ids::bigint[], :accounts::bigint[]) AS r (id, account_id)
            ON CONFLICT (account_id, from_id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Inbox(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * Somebody to whom a notice is new.
     *
     * @param id of the notification
     * @param heard whether they want to hear of it outside of the inbox, too
     */
    record Told(long id, long recipient, boolean heard) {}

    /** Whom it is new to. */
    List<Told> add(Notice notice, List<Recipient> recipients) {
        GroupKeys group = GroupKeys.of(notice);
        List<Told> told = jdbc.sql(ADD)
                .param("ids", newIds(recipients))
                .param("recipients", recipients.stream().map(Recipient::id).toArray(Long[]::new))
                .param("filtered", recipients.stream().map(Recipient::filtered).toArray(Boolean[]::new))
                .param("type", notice.type().wireName())
                .param("subject", notice.subject())
                .param("from", notice.from())
                .param("post", notice.postId(), Types.BIGINT)
                .param("owners", notice.ownPosts().keySet().toArray(Long[]::new))
                .param("own", notice.ownPosts().values().toArray(Long[]::new))
                .param("thread", notice.threadId(), Types.BIGINT)
                .param("followers", notice.isForFollowers())
                .param("group", group.fresh(), Types.VARCHAR)
                .param("open", group.open())
                .param("object", notice.objectId(), Types.BIGINT)
                .param("event", notice.cause().id())
                .param("time", notice.cause().time().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Told(row.getLong("id"), row.getLong("recipient_id"), row.getBoolean("heard")))
                .list();
        request(notice, recipients.stream().filter(Recipient::filtered).toList());
        return told;
    }

    private void request(Notice notice, List<Recipient> filtered) {
        if (!filtered.isEmpty()) {
            jdbc.sql(REQUEST)
                    .param("ids", newIds(filtered))
                    .param("accounts", filtered.stream().map(Recipient::id).toArray(Long[]::new))
                    .param("from", notice.from())
                    .update();
        }
    }

    private Long[] newIds(List<Recipient> recipients) {
        return recipients.stream().map(recipient -> ids.next()).toArray(Long[]::new);
    }
}
