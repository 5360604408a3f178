package io.microblog.notification.mail.queue;

/** The life of a mail. */
enum DeliveryState {
    /** To be sent when due. */
    WAITING,
    /** Somebody is sending it, or died doing so. */
    SENDING,
    /** Sent with an unknown outcome; the provider is asked when due. */
    UNKNOWN,
    /** The provider has it. */
    SENT,
    /** The provider will not take it, or it was tried for too long. */
    FAILED,
    /** There was no reason left to send it. */
    SKIPPED
}
