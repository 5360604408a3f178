package io.microblog.notification.mailing;

import java.util.Locale;

/** Whether the mails of an announcement go out. */
enum MailingState {
    /** They do. */
    RUNNING,
    /** They wait until somebody lets them go on. */
    PAUSED,
    /** Those that have not gone yet never will. */
    WITHDRAWN,
    /** All have. */
    DONE;

    /** The name in the API. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
