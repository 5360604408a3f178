package io.microblog.notification.mail.budget;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much is left of a day's mails. */
public enum BudgetLevel {
    /** Enough. */
    AMPLE,
    /** Less than a fifth: what people miss least waits for their digest. */
    LOW,
    /** Nothing: all but security mails wait. */
    SPENT;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
