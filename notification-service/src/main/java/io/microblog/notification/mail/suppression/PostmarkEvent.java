package io.microblog.notification.mail.suppression;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What Postmark's webhooks tell; each kind uses some of it.
 *
 * @param recordType {@code Bounce}, {@code SpamComplaint}, {@code SubscriptionChange}, or another one
 * @param type of a bounce, such as {@code HardBounce}
 * @param email whom the mail that bounced or was complained of went to
 * @param inactive whether Postmark delivers nothing more to the address
 * @param recipient whose subscription changed
 * @param suppressSending whether Postmark delivers nothing more, or does so again
 * @param metadata what our mail had with it
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark's webhooks</a>
 */
@JsonNaming(UpperCamelCaseStrategy.class)
record PostmarkEvent(
        @Nullable String recordType,
        @Nullable String messageStream,
        @Nullable String type,
        @Nullable String email,
        @Nullable Boolean inactive,
        @Nullable Instant bouncedAt,
        @Nullable String recipient,
        @Nullable Boolean suppressSending,
        @Nullable String suppressionReason,
        @Nullable Instant changedAt,
        @Nullable Map<String, String> metadata) {}
