package io.microblog.notification.mail.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.queue.MailQueue.Lost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of mails whose sender died or whose answer was lost: what the provider has is sent, what it has
 * not goes out again. Security mails go out again unasked.
 */
@Component
class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final MailQueue deliveries;
    private final MailingBatches batches;
    private final Provider provider;
    private final DeliveryMetrics metrics;

    Reconciler(MailQueue deliveries, MailingBatches batches, Provider provider, DeliveryMetrics metrics) {
        this.deliveries = deliveries;
        this.batches = batches;
        this.provider = provider;
        this.metrics = metrics;
    }

    /** One round. */
    void reconcile(Lane lane) {
        if (lane == Lane.BROADCAST) {
            batches.leave();
        }
        Map<UUID, List<Lost>> batches = deliveries.claimLost(lane).stream().collect(Collectors.groupingBy(Lost::batch));
        batches.forEach((batch, lost) -> {
            try {
                Set<Long> accepted = lane == Lane.SECURITY ? Set.of() : provider.accepted(batch, lane.stream());
                var results = new LinkedHashMap<Long, Result>();
                lost.forEach(mail -> results.put(mail.id(), result(accepted.contains(mail.mailId()))));
                deliveries.settle(batch, results);
                lost.forEach(mail -> metrics.count(lane, accepted.contains(mail.mailId()) ? "settled" : "lost"));
            } catch (IOException e) {
                LOG.warn("{} mails stay unclear for now: {}", lost.size(), e.getMessage());
            }
        });
    }

    private static Result result(boolean accepted) {
        return accepted
                ? Result.sent(null, "Found at the provider")
                : Result.waiting("The provider does not have it", Duration.ZERO);
    }
}
