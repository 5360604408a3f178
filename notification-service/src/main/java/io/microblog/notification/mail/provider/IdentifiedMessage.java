package io.microblog.notification.mail.provider;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A message that keeps the Message-ID it was given; by default each saving makes a new one. */
final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(MimeMessage empty, String id) {
        super(empty.getSession());
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
