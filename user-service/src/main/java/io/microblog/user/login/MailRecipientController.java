package io.microblog.user.login;

import java.util.List;

import io.microblog.internal.MailRecipient;
import io.microblog.internal.MailRecipientApi;
import io.microblog.kit.security.InternalOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service whom an announcement can be mailed to: open accounts with a confirmed address. */
@RestController
@InternalOnly("notification-service")
class MailRecipientController implements MailRecipientApi {

    private final JdbcClient jdbc;

    MailRecipientController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MailRecipient> page(long after, int limit) {
        return jdbc.sql("""
                        SELECT l.account_id, l.locale, coalesce(r.permissions, 0) AS permissions
                        FROM login l JOIN account a ON a.id = l.account_id LEFT JOIN role r ON r.id = a.role_id
                        WHERE l.account_id > :after AND a.id > :after AND l.confirmed_at IS NOT NULL AND NOT a.suspended
                        ORDER BY l.account_id LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", Math.clamp(limit, 1, MAX_PAGE))
                .query((row, number) -> new MailRecipient(
                        row.getLong("account_id"), row.getString("locale"), row.getLong("permissions")))
                .list();
    }
}
