package io.microblog.notification.mail.writing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a security mail says and where it goes.
 *
 * @param link derived from the event, so always the same
 * @param expiresAt when the link ceases to work, null for never
 * @param occurredAt when it happened what the mail tells of
 * @param detail the device of a sign-in, or the next address of an account; empty where there is nothing to tell
 */
record SecurityMail(
        String username,
        String email,
        String locale,
        String link,
        @Nullable Instant expiresAt,
        @Nullable Instant occurredAt,
        @Nullable String detail) {

    /** Whether it goes to the address that is to become the account's. */
    boolean isToNextAddress() {
        return email.equals(detail);
    }
}
