package io.microblog.notification.mail.suppression;

import java.time.Instant;

import io.microblog.notification.mail.suppression.SuppressionService.Concerned;

/**
 * Somebody whom mails of a kind do not reach.
 *
 * @param stream {@code transactional} or {@code broadcast}
 * @param reason {@code hard_bounce}, {@code spam_complaint}, {@code manual} or {@code refused}
 */
record AdminSuppressionResponse(
        String id, String accountId, String username, String email, String stream, String reason, Instant since) {

    static AdminSuppressionResponse from(Concerned one) {
        SuppressionResponse own = SuppressionResponse.from(one.suppression());
        return new AdminSuppressionResponse(
                Long.toString(one.suppression().id()),
                Long.toString(one.contact().accountId()),
                one.contact().username(),
                one.contact().email(),
                own.stream(),
                own.reason(),
                own.since());
    }
}
