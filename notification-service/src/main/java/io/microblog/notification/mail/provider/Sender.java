package io.microblog.notification.mail.provider;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom mails come from.
 *
 * @param from the address; at Postmark a confirmed one
 * @param senderName shown beside it
 */
@ConfigurationProperties("microblog.mail")
record Sender(String from, @DefaultValue("Microblog") String senderName) {

    Sender {
        try {
            new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("MICROBLOG_MAIL_FROM is not a mail address: " + from, e);
        }
    }

    InternetAddress address() {
        try {
            return new InternetAddress(from, senderName, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
