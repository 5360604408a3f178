package io.microblog.notification.inbox;

import java.util.HashMap;
import java.util.Map;

import io.microblog.kit.event.Upsert;
import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts notices into the inboxes, each once; {@link Notices} says which. */
@Component
class Inbox {

    private static final Upsert ONCE = Upsert.once("notification", "recipient_id", "type", "subject");

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    Inbox(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Whether it is new to the recipient. */
    boolean add(Notice notice) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", ids.next());
        row.put("recipient_id", notice.recipient());
        row.put("type", notice.type().wireName());
        row.put("subject", notice.subject());
        row.put("from_id", notice.from());
        row.put("post_id", notice.post());
        row.put("event_id", notice.cause().id());
        row.put("created_at", notice.cause().time());
        return ONCE.apply(jdbc, row);
    }
}
