package io.microblog.user.limit;

import java.time.Duration;

/** What is limited, and over which time. */
public enum Limit {
    /** Sign-ups from one peer. */
    SIGNUPS(Duration.ofHours(1)),
    /** Mails asked for from one peer, to whatever address. */
    LETTERS(Duration.ofHours(1)),
    /** Mails that strangers can cause to one address. */
    MAILS(Duration.ofDays(1)),
    /** Attempts to sign in from one peer. */
    SIGNINS(Duration.ofMinutes(5)),
    /** Passwords tried for one account, on one device where the account has been used on it. */
    PASSWORDS(Duration.ofMinutes(15)),
    /** Apps registered from one peer. */
    APPS(Duration.ofHours(1));

    private final Duration window;

    Limit(Duration window) {
        this.window = window;
    }

    Duration window() {
        return window;
    }
}
