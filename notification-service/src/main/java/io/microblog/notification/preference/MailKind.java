package io.microblog.notification.preference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of mails that a person can switch off one by one. */
public enum MailKind {
    /** Somebody followed them. */
    FOLLOW,
    /** Somebody named them in a post. */
    MENTION,
    /** Somebody answered their post. */
    REPLY,
    /** The server told its people something. */
    ANNOUNCEMENT;

    /** The name in links, in the table and in message keys. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MailKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
