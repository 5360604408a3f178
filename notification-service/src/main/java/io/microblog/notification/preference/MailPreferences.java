package io.microblog.notification.preference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails people have switched off. Without a word from them they get all. */
@Component
public class MailPreferences {

    private final JdbcClient jdbc;

    MailPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person wants mails of this kind. */
    public boolean wants(long accountId, MailKind kind) {
        return jdbc.sql("SELECT count(*) FROM stopped_mail WHERE account_id = :account AND kind = :kind")
                        .param("account", accountId)
                        .param("kind", kind.wireName())
                        .query(Long.class)
                        .single()
                == 0;
    }

    void stop(long accountId, MailKind kind) {
        change(
                "INSERT INTO stopped_mail (account_id, kind) VALUES (:account, :kind) ON CONFLICT DO NOTHING",
                accountId,
                kind);
    }

    void resume(long accountId, MailKind kind) {
        change("DELETE FROM stopped_mail WHERE account_id = :account AND kind = :kind", accountId, kind);
    }

    private void change(String sql, long accountId, MailKind kind) {
        jdbc.sql(sql).param("account", accountId).param("kind", kind.wireName()).update();
    }
}
