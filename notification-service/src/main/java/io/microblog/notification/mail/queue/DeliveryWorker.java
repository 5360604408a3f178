package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.compose.Composition;
import io.microblog.notification.mail.compose.Composition.Postponed;
import io.microblog.notification.mail.compose.Composition.Ready;
import io.microblog.notification.mail.compose.Composition.Unwanted;
import io.microblog.notification.mail.compose.MailWriter;
import io.microblog.notification.mail.provider.Mail;
import io.microblog.notification.mail.provider.Outcome;
import io.microblog.notification.mail.provider.Outcome.Accepted;
import io.microblog.notification.mail.provider.Outcome.Alone;
import io.microblog.notification.mail.provider.Outcome.Later;
import io.microblog.notification.mail.provider.Outcome.Refused;
import io.microblog.notification.mail.provider.Outcome.Unclear;
import io.microblog.notification.mail.suppression.Suppressions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up due mails, writes them, hands them over and notes what became of each. */
@Component
class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private final MailQueue deliveries;
    private final MailWriter writer;
    private final Provider provider;
    private final DeliveryProperties properties;
    private final DeliveryMetrics metrics;
    private final Suppressions suppressions;

    DeliveryWorker(
            MailQueue deliveries,
            MailWriter writer,
            Provider provider,
            DeliveryProperties properties,
            DeliveryMetrics metrics,
            Suppressions suppressions) {
        this.deliveries = deliveries;
        this.writer = writer;
        this.provider = provider;
        this.properties = properties;
        this.metrics = metrics;
        this.suppressions = suppressions;
    }

    /**
     * One round.
     *
     * @return how many mails were taken up; none while the provider is known to be away
     */
    int deliver(Lane lane) {
        if (provider.isAway()) {
            return 0;
        }
        UUID batch = UUID.randomUUID();
        List<Delivery> claimed = deliveries.claim(lane, batch);
        if (!claimed.isEmpty()) {
            send(lane, batch, write(lane, batch, claimed));
        }
        return claimed.size();
    }

    /** The mails that can go; about the others it is noted why not. */
    private Map<Delivery, Mail> write(Lane lane, UUID batch, List<Delivery> claimed) {
        List<Composition> drafts = writer.write(lane, claimed);
        var ready = new LinkedHashMap<Delivery, Mail>();
        var results = new LinkedHashMap<Delivery, Result>();
        for (int i = 0; i < claimed.size(); i++) {
            Delivery delivery = claimed.get(i);
            switch (drafts.get(i)) {
                case Ready draft -> ready.put(delivery, draft.mail());
                case Unwanted draft -> results.put(delivery, Result.skipped(draft.reason()));
                case Postponed draft -> results.put(delivery, postponed(delivery, Duration.ZERO, draft.cause()));
            }
        }
        results.putAll(suppressed(lane, ready));
        ready.keySet().removeAll(results.keySet());
        settle(lane, batch, results);
        return ready;
    }

    /** Those to whom the provider delivers nothing more by the lane's stream. */
    private Map<Delivery, Result> suppressed(Lane lane, Map<Delivery, Mail> ready) {
        Set<String> addresses = suppressions.among(
                lane.stream(), ready.values().stream().map(Mail::to).toList());
        var results = new LinkedHashMap<Delivery, Result>();
        ready.forEach((delivery, mail) -> {
            if (addresses.contains(mail.to())) {
                results.put(delivery, Result.skipped("The provider delivers nothing more to the address"));
            }
        });
        return results;
    }

    private void send(Lane lane, UUID batch, Map<Delivery, Mail> ready) {
        if (ready.isEmpty()) {
            return;
        }
        Set<Long> held = deliveries.renew(lane, batch);
        List<Delivery> going = ready.keySet().stream()
                .filter(delivery -> held.contains(delivery.id()))
                .toList();
        List<Outcome> outcomes =
                provider.send(batch, going.stream().map(ready::get).toList());
        var results = new LinkedHashMap<Delivery, Result>();
        List<Delivery> alone = new ArrayList<>();
        for (int i = 0; i < going.size(); i++) {
            if (outcomes.get(i) instanceof Alone) {
                alone.add(going.get(i));
            } else {
                Delivery delivery = going.get(i);
                results.put(
                        delivery, result(lane, delivery, Objects.requireNonNull(ready.get(delivery)), outcomes.get(i)));
            }
        }
        settle(lane, batch, results);
        alone.forEach(delivery -> sendAlone(lane, batch, delivery, Objects.requireNonNull(ready.get(delivery))));
    }

    /** The hold is prolonged before each call, which then has the whole grace: nobody else sends the mails meanwhile. */
    private void sendAlone(Lane lane, UUID batch, Delivery delivery, Mail mail) {
        if (provider.isAway()) {
            settle(lane, batch, Map.of(delivery, postponed(delivery, Duration.ZERO, "The provider is away")));
        } else if (deliveries.renew(lane, batch).contains(delivery.id())) {
            Outcome outcome = provider.send(batch, List.of(mail)).getFirst();
            settle(lane, batch, Map.of(delivery, result(lane, delivery, mail, outcome)));
        }
    }

    private Result result(Lane lane, Delivery delivery, Mail mail, Outcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> Result.sent(accepted.providerId(), null);
            case Refused refused -> {
                if (refused.suppressed()) {
                    suppressions.noteRefusal(lane.stream(), mail.to(), delivery.recipientId());
                }
                yield Result.failed(refused.cause());
            }
            case Later later -> {
                Duration atLeast = later.retryAfter() == null ? Duration.ZERO : later.retryAfter();
                yield postponed(delivery, atLeast, later.cause());
            }
            case Alone alone -> postponed(delivery, Duration.ZERO, alone.cause());
            case Unclear unclear -> {
                LOG.warn("What became of mail {} is not known: {}", delivery.id(), unclear.cause());
                metrics.count(lane, "unclear");
                yield doubtful(lane, delivery, unclear.cause());
            }
        };
    }

    private Result doubtful(Lane lane, Delivery delivery, String cause) {
        return switch (lane) {
            case SECURITY -> postponed(delivery, Duration.ZERO, cause);
            case NOTIFICATION, BROADCAST -> Result.unknown(cause, properties.graceOf(lane));
        };
    }

    private Result postponed(Delivery delivery, Duration atLeast, String cause) {
        Duration pause = properties.pauseAfter(delivery.attempts());
        return Result.waiting(cause, pause.compareTo(atLeast) > 0 ? pause : atLeast);
    }

    private void settle(Lane lane, UUID batch, Map<Delivery, Result> results) {
        var byId = new LinkedHashMap<Long, Result>();
        results.forEach((delivery, result) -> byId.put(delivery.id(), result));
        Map<Long, DeliveryState> states = deliveries.settle(batch, byId);
        results.forEach((delivery, result) ->
                count(lane, delivery, states.getOrDefault(delivery.id(), result.state()), result.cause()));
    }

    private void count(Lane lane, Delivery delivery, DeliveryState state, @Nullable String cause) {
        switch (state) {
            case SENT -> metrics.count(lane, "sent");
            case SKIPPED -> metrics.count(lane, "skipped");
            case WAITING -> metrics.count(lane, "postponed");
            case FAILED -> {
                LOG.error("Mail {} ({}) has failed: {}", delivery.id(), delivery.template(), cause);
                metrics.count(lane, "failed");
            }
            case SENDING, UNKNOWN -> {
                // Counted when the answer did not arrive.
            }
        }
    }
}
