package io.microblog.notification.mail.compose;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which notifications are still news: shown, not read in the application, and about nobody whom the recipient silences. */
@Repository
class UnreadNews {

    private static final String AMONG = """
            SELECT n.id FROM shown_notification n
            WHERE n.id = ANY (CAST(:ids AS bigint[])) AND NOT n.filtered
                AND NOT EXISTS (SELECT FROM marker m WHERE m.account_id = n.recipient_id AND m.timeline = 'notifications'
                    AND m.last_read_id >= n.id)
                AND NOT EXISTS (SELECT FROM silence s WHERE s.owner_id = n.recipient_id AND s.other_id = n.from_id
                    AND (s.blocking OR s.muting AND (s.mute_ends_at IS NULL OR s.mute_ends_at > now())))
            """;

    private final JdbcClient jdbc;

    UnreadNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some notifications. */
    Set<Long> among(Collection<Long> notifications) {
        return notifications.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(AMONG)
                        .param("ids", notifications.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }
}
