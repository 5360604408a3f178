package io.microblog.notification.notice;

import io.microblog.notification.account.RecipientErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what erased people were told, some of it at a time. What others were told of them is shown to nobody. */
@Component
class ErasedInboxes {

    /** Few enough for a short transaction. */
    private static final int BATCH = 10_000;

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
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = jdbc.sql(NOTIFICATIONS)
                    .param("account", erased.accountId())
                    .param("batch", BATCH)
                    .update();
        }
    }
}
