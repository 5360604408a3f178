package io.microblog.user.limit;

import java.time.Duration;

/** What is limited, and over which time. */
public enum Limit {
    /** Sign-ups from one peer. */
    SIGNUPS(Duration.ofHours(1), true),
    /** Mails asked for from one peer, to whatever address. */
    LETTERS(Duration.ofHours(1), true),
    /** Mails that strangers can cause to one address. */
    MAILS(Duration.ofDays(1), false),
    /** Attempts to sign in from one peer. */
    SIGNINS(Duration.ofMinutes(5), true),
    /** Passwords tried for one account, on one device where the account has been used on it. */
    PASSWORDS(Duration.ofMinutes(15), false),
    /** Apps registered from one peer. */
    APPS(Duration.ofHours(1), true),
    /** Reports by one account. */
    REPORTS(Duration.ofHours(1), false),
    /** Appeals, messages and notes about cases by one account. */
    MESSAGES(Duration.ofHours(1), false);

    private final Duration window;
    private final boolean ofPeers;

    Limit(Duration window, boolean ofPeers) {
        this.window = window;
        this.ofPeers = ofPeers;
    }

    Duration window() {
        return window;
    }

    /** Whether it is about the address that somebody comes from. */
    boolean isOfPeers() {
        return ofPeers;
    }
}
