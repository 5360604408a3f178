package io.microblog.notification.mail.suppression;

import java.util.Locale;

/** Why an address gets no more mail. */
public enum SuppressionReason {
    /** There is no such mailbox. */
    HARD_BOUNCE,
    /** Who reads it called a mail unwanted. */
    SPAM_COMPLAINT,
    /** Who reads it, or somebody at the provider, switched mails off there. */
    MANUAL,
    /** The provider did not take a mail to it, and did not say which of these it is. */
    REFUSED;

    /** The name in the API. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
