package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.microblog.notification.mail.Lane;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pace of sending.
 *
 * @param batchSize mails handed over in one call, at most 500
 * @param broadcastBatchSize the same of what goes to many people, at most 500
 * @param pollInterval how often to look for what is due; mails of this instance are sent at once
 * @param grace how long an attempt may be without a known outcome before the provider is asked about it; longer than any
 *     attempt can last, and than the provider needs to show a mail in its search
 * @param securityGrace the same for security mails, which are then simply sent again; longer than any attempt can last
 * @param firstRetry the pause after the first failure; it doubles from then on
 * @param longestRetry the longest pause
 * @param giveUpAfter how long a mail is worth sending
 * @param keep how long the trace of a finished mail stays
 */
@ConfigurationProperties("microblog.mail.delivery")
record DeliveryProperties(
        @DefaultValue("50") int batchSize,
        @DefaultValue("500") int broadcastBatchSize,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("2m") Duration grace,
        @DefaultValue("20s") Duration securityGrace,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("30d") Duration keep) {

    private static final int MOST_DOUBLINGS = 20;

    Duration graceOf(Lane lane) {
        return switch (lane) {
            case SECURITY -> securityGrace;
            case NOTIFICATION, BROADCAST -> grace;
        };
    }

    int batchSizeOf(Lane lane) {
        return switch (lane) {
            case SECURITY, NOTIFICATION -> batchSize;
            case BROADCAST -> broadcastBatchSize;
        };
    }

    /** The pause after so many attempts, spread by half so that what failed together does not come back together. */
    Duration pauseAfter(int attempts) {
        long doubled = firstRetry.toMillis() << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS);
        long pause = Math.min(doubled, longestRetry.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
    }
}
