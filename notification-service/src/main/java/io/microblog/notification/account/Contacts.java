package io.microblog.notification.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.kit.event.Upsert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people want to be spoken to. Their addresses are not here: they are asked for at the moment of sending. */
@Component
public class Contacts {

    private static final Upsert VERSIONED = Upsert.versioned("contact", "account_id");

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The BCP 47 tag of the person's language; empty while no event has told it. */
    public Optional<String> localeOf(long accountId) {
        return jdbc.sql("SELECT locale FROM contact WHERE account_id = :id")
                .param("id", accountId)
                .query(String.class)
                .optional();
    }

    /** The IANA name of the person's time zone; UTC while no event has told it. */
    public String timeZoneOf(long accountId) {
        return jdbc.sql("SELECT time_zone FROM contact WHERE account_id = :id")
                .param("id", accountId)
                .query(String.class)
                .optional()
                .orElse("UTC");
    }

    /** ISO 639 codes of the languages of people; those of whom no event has told it are missing. */
    public Map<Long, String> languagesOf(Collection<Long> accountIds) {
        var languages = new HashMap<Long, String>();
        jdbc.sql("SELECT account_id, locale FROM contact WHERE account_id = ANY (CAST(:ids AS bigint[]))")
                .param("ids", accountIds.toArray(Long[]::new))
                .query(row -> {
                    languages.put(
                            row.getLong("account_id"),
                            Locale.forLanguageTag(row.getString("locale")).getLanguage());
                });
        return languages;
    }

    void put(ContactChanged contact) {
        VERSIONED.apply(
                jdbc,
                Map.of(
                        "account_id", contact.accountId(),
                        "version", contact.version(),
                        "locale", contact.locale(),
                        "time_zone", contact.timeZone(),
                        "confirmed", contact.confirmed()));
    }
}
