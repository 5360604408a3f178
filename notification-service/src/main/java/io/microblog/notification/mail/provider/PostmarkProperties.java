package io.microblog.notification.mail.provider;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Postmark.
 *
 * @param url scheme and host, such as https://api.postmarkapp.com
 * @param token the server token
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 * @param broadcastStream the id of the message stream for mails to many people
 */
@ConfigurationProperties("microblog.mail.postmark")
record PostmarkProperties(
        @DefaultValue("https://api.postmarkapp.com") URI url,
        @DefaultValue("") String token,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("broadcast") String broadcastStream) {

    PostmarkProperties {
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "POSTMARK_SERVER_TOKEN is not set: no mail can be sent without it (or set MICROBLOG_MAIL_PROVIDER=smtp)");
        }
    }
}
