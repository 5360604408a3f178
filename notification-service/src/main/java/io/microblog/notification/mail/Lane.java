package io.microblog.notification.mail;

import io.microblog.notification.mail.provider.MessageStream;

/** Mails of one lane never wait behind those of another. */
public enum Lane {
    /** What people wait for in front of the screen. A repeat carries the same link and does no harm. */
    SECURITY,
    /** News. A repeat annoys, so it is not sent again before it is known that it did not arrive. */
    NOTIFICATION,
    /** What the server tells many people at once. As with news, a repeat annoys. */
    BROADCAST;

    /** The way by which its mails leave. */
    public MessageStream stream() {
        return this == BROADCAST ? MessageStream.BROADCAST : MessageStream.TRANSACTIONAL;
    }
}
