package io.microblog.notification.mail.suppression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/** The name and password by which Postmark proves itself to its webhook (HTTP Basic, RFC 7617). */
@Component
class WebhookCredentials {

    private static final int LEAST_CHARACTERS = 16;

    private final byte[] header;

    /**
     * @param credentials {@code name:password}; with nothing nobody is let in
     * @throws IllegalArgumentException when they are of another form or too easily guessed
     */
    WebhookCredentials(@Value("${microblog.mail.postmark.webhook-credentials}") String credentials) {
        Assert.isTrue(
                credentials.isEmpty() || (credentials.indexOf(':') > 0 && credentials.length() >= LEAST_CHARACTERS),
                "POSTMARK_WEBHOOK_CREDENTIALS must be name:password of %d characters or more"
                        .formatted(LEAST_CHARACTERS));
        this.header = credentials.isEmpty()
                ? new byte[0]
                : ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a request's Authorization header has them; takes as long whatever it holds. */
    boolean arePresentedBy(@Nullable String authorization) {
        return header.length > 0
                && authorization != null
                && MessageDigest.isEqual(header, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
