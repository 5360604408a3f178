package io.microblog.notification.mail.provider;

/** Mails to many people leave by another way than those to one, so that complaints about them hold up no others. */
public enum MessageStream {
    /** To one person, because of something that concerns them. */
    TRANSACTIONAL,
    /** The same to many. */
    BROADCAST
}
