package io.microblog.notification.mail;

import io.microblog.notification.account.RecipientErased;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets the mails of erased people, but those that are on their way at this moment: they are forgotten later, as all are. */
@Component
class ErasedMails {

    private final JdbcClient jdbc;

    ErasedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(RecipientErased erased) {
        jdbc.sql("DELETE FROM delivery WHERE recipient_id = :account AND state NOT IN ('SENDING', 'UNKNOWN')")
                .param("account", erased.accountId())
                .update();
    }
}
