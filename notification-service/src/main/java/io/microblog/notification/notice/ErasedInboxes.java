package io.microblog.notification.notice;

import java.util.Map;

import io.microblog.kit.sql.BatchedDeletion;
import io.microblog.notification.account.RecipientErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what erased people were told, some of it at a time. What others were told of them is shown to nobody. */
@Component
class ErasedInboxes {

    private static final String WARNINGS = """
            DELETE FROM warning WHERE id IN (
                SELECT object_id FROM notification WHERE recipient_id = :account AND type = 'moderation_warning')
            """;
    private static final String NOTIFICATIONS = """
            DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE recipient_id = :account LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    ErasedInboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql(WARNINGS).param("account", erased.accountId()).update();
        BatchedDeletion.run(jdbc, NOTIFICATIONS, Map.of("account", erased.accountId()));
    }
}
