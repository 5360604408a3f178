package io.microblog.notification.preference;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a person hears of one kind of news by mail. */
public enum MailMode {
    /** When it happens, but for quiet hours. */
    AT_ONCE,
    /** Once a day, with everything else that is wanted so. */
    DAILY,
    /** Once a week, with everything else that is wanted so. */
    WEEKLY,
    /** Not at all. */
    NEVER;

    /** Whether it is told in a digest. */
    public boolean isDigest() {
        return this == DAILY || this == WEEKLY;
    }

    /** The name in the API and in message keys. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
