package io.microblog.user.login;

import java.util.List;

import io.microblog.internal.Contact;
import io.microblog.internal.ContactApi;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdLimit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service, at the moment of sending, where a mail goes; of an announcement for very many. */
@RestController
@InternalOnly("notification-service")
class ContactController implements ContactApi {

    private final JdbcClient jdbc;

    ContactController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Contact> contacts(List<Long> asked) {
        return jdbc.sql("""
                        SELECT l.account_id, a.username, a.display_name, l.email, l.locale, l.time_zone,
                            l.confirmed_at IS NOT NULL AS confirmed
                        FROM login l JOIN account a ON a.id = l.account_id WHERE l.account_id = ANY (:ids)
                        """)
                .param("ids", IdLimit.hold("account_ids", asked, MAX_IDS).toArray(Long[]::new))
                .query((row, number) -> new Contact(
                        row.getLong("account_id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("email"),
                        row.getString("locale"),
                        row.getString("time_zone"),
                        row.getBoolean("confirmed")))
                .list();
    }
}
