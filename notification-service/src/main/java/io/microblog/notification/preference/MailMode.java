package io.microblog.notification.preference;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a person hears of one kind of news by mail. */
public enum MailMode {
    /** When it happens, but for quiet hours. */
    AT_ONCE,
    /** Not at all. */
    NEVER;

    /** The name in the API and in message keys. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
