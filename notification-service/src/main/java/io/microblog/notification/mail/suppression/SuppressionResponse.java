package io.microblog.notification.mail.suppression;

import java.time.Instant;
import java.util.Locale;

/**
 * That mails of a kind do not reach oneself.
 *
 * @param stream {@code transactional} (what concerns oneself) or {@code broadcast} (announcements)
 * @param reason {@code hard_bounce}, {@code spam_complaint}, {@code manual} or {@code refused}
 */
record SuppressionResponse(String stream, String reason, Instant since) {

    static SuppressionResponse from(Suppression suppression) {
        return new SuppressionResponse(
                suppression.stream().name().toLowerCase(Locale.ROOT),
                suppression.reason().wireName(),
                suppression.since());
    }
}
