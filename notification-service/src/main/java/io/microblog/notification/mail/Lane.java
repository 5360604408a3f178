package io.microblog.notification.mail;

/** Mails of one lane never wait behind those of another. */
public enum Lane {
    /** What people wait for in front of the screen. A repeat carries the same link and does no harm. */
    SECURITY,
    /** News. A repeat annoys, so it is not sent again before it is known that it did not arrive. */
    NOTIFICATION
}
