package io.microblog.notification.inbox;

import java.util.Locale;

/** The API's kinds of notifications that exist so far. */
enum NotificationType {
    /** Somebody began to follow the recipient. */
    FOLLOW,
    /** Somebody asks to follow the recipient. */
    FOLLOW_REQUEST,
    /** Somebody named the recipient in a post or answered one of theirs. */
    MENTION,
    /** Somebody marked a post of the recipient as a favourite. */
    FAVOURITE,
    /** Somebody boosted a post of the recipient. */
    REBLOG,
    /** A poll ended in which the recipient voted or which they opened. */
    POLL;

    /** The name in the API and in the table. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
