package io.microblog.notification.inbox;

import java.util.HashMap;
import java.util.Map;

import io.microblog.kit.event.Envelope;
import io.microblog.kit.event.Upsert;
import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts notifications into the inboxes, each once: the recipient, the type and what it is about are its key. */
@Component
class Inbox {

    private static final Upsert ONCE = Upsert.once("notification", "recipient_id", "type", "subject");

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final BlockReplica blocks;
    private final NotificationRepository notifications;

    Inbox(JdbcClient jdbc, IdGenerator ids, BlockReplica blocks, NotificationRepository notifications) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.blocks = blocks;
        this.notifications = notifications;
    }

    /** Whether it is new to the recipient, who must not have silenced whom it comes from. */
    boolean tell(
            Envelope<?> cause, long recipient, NotificationType type, String subject, long from, @Nullable Long post) {
        if (blocks.silence(recipient, from)) {
            return false;
        }
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", ids.next());
        row.put("recipient_id", recipient);
        row.put("type", type.wireName());
        row.put("subject", subject);
        row.put("from_id", from);
        row.put("post_id", post);
        row.put("event_id", cause.id());
        row.put("created_at", cause.time());
        return ONCE.apply(jdbc, row);
    }

    /** Shows what was withdrawn and is the case again, unless the recipient has silenced whom it comes from meanwhile. */
    void restore(long recipient, NotificationType type, String subject, long from) {
        if (!blocks.silence(recipient, from)) {
            notifications.restore(recipient, type, subject);
        }
    }
}
