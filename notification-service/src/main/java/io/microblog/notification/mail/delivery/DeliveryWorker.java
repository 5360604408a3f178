package io.microblog.notification.mail.delivery;

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
import io.microblog.notification.mail.transport.Mail;
import io.microblog.notification.mail.transport.Outcome;
import io.microblog.notification.mail.transport.Outcome.Accepted;
import io.microblog.notification.mail.transport.Outcome.Alone;
import io.microblog.notification.mail.transport.Outcome.Later;
import io.microblog.notification.mail.transport.Outcome.Refused;
import io.microblog.notification.mail.transport.Outcome.Unclear;
import io.microblog.notification.mail.writing.Draft;
import io.microblog.notification.mail.writing.Draft.Postponed;
import io.microblog.notification.mail.writing.Draft.Ready;
import io.microblog.notification.mail.writing.Draft.Unwanted;
import io.microblog.notification.mail.writing.MailWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up due mails, writes them, hands them over and notes what became of each. */
@Component
class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    private final Deliveries deliveries;
    private final MailWriter writer;
    private final Provider provider;
    private final DeliveryProperties properties;
    private final DeliveryMetrics metrics;

    DeliveryWorker(
            Deliveries deliveries,
            MailWriter writer,
            Provider provider,
            DeliveryProperties properties,
            DeliveryMetrics metrics) {
        this.deliveries = deliveries;
        this.writer = writer;
        this.provider = provider;
        this.properties = properties;
        this.metrics = metrics;
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
        List<Draft> drafts = writer.write(lane, claimed);
        var ready = new LinkedHashMap<Delivery, Mail>();
        for (int i = 0; i < claimed.size(); i++) {
            Delivery delivery = claimed.get(i);
            switch (drafts.get(i)) {
                case Ready draft -> ready.put(delivery, draft.mail());
                case Unwanted draft -> finish(lane, batch, delivery, DeliveryState.SKIPPED, draft.reason());
                case Postponed draft -> postpone(lane, batch, delivery, Duration.ZERO, draft.cause());
            }
        }
        return ready;
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
        List<Delivery> alone = new ArrayList<>();
        for (int i = 0; i < going.size(); i++) {
            if (outcomes.get(i) instanceof Alone) {
                alone.add(going.get(i));
            } else {
                note(lane, batch, going.get(i), outcomes.get(i));
            }
        }
        alone.forEach(delivery -> sendAlone(lane, batch, delivery, Objects.requireNonNull(ready.get(delivery))));
    }

    /** The hold is prolonged before each call, which then has the whole grace: nobody else sends the mails meanwhile. */
    private void sendAlone(Lane lane, UUID batch, Delivery delivery, Mail mail) {
        if (provider.isAway()) {
            postpone(lane, batch, delivery, Duration.ZERO, "The provider is away");
        } else if (deliveries.renew(lane, batch).contains(delivery.id())) {
            note(lane, batch, delivery, provider.send(batch, List.of(mail)).getFirst());
        }
    }

    private void note(Lane lane, UUID batch, Delivery delivery, Outcome outcome) {
        switch (outcome) {
            case Accepted accepted -> {
                deliveries.finish(delivery.id(), batch, DeliveryState.SENT, accepted.providerId(), null);
                metrics.count(lane, "sent");
            }
            case Refused refused -> finish(lane, batch, delivery, DeliveryState.FAILED, refused.cause());
            case Later later -> {
                Duration atLeast = later.retryAfter() == null ? Duration.ZERO : later.retryAfter();
                postpone(lane, batch, delivery, atLeast, later.cause());
            }
            case Alone alone -> postpone(lane, batch, delivery, Duration.ZERO, alone.cause());
            case Unclear unclear -> {
                LOG.warn("What became of mail {} is not known: {}", delivery.id(), unclear.cause());
                metrics.count(lane, "unclear");
                doubt(lane, batch, delivery, unclear.cause());
            }
        }
    }

    private void doubt(Lane lane, UUID batch, Delivery delivery, String cause) {
        switch (lane) {
            case SECURITY -> postpone(lane, batch, delivery, Duration.ZERO, cause);
            case NOTIFICATION -> deliveries.doubt(delivery.id(), batch, lane, cause);
        }
    }

    private void postpone(Lane lane, UUID batch, Delivery delivery, Duration atLeast, String cause) {
        Duration pause = properties.pauseAfter(delivery.attempts());
        if (deliveries.postpone(delivery.id(), batch, pause.compareTo(atLeast) > 0 ? pause : atLeast, cause)) {
            metrics.count(lane, "postponed");
            return;
        }
        LOG.error("Mail {} ({}) was given up: {}", delivery.id(), delivery.template(), cause);
        metrics.count(lane, "failed");
    }

    private void finish(Lane lane, UUID batch, Delivery delivery, DeliveryState state, String cause) {
        if (state == DeliveryState.FAILED) {
            LOG.error("Mail {} ({}) has failed: {}", delivery.id(), delivery.template(), cause);
        }
        deliveries.finish(delivery.id(), batch, state, null, cause);
        metrics.count(lane, state == DeliveryState.FAILED ? "failed" : "skipped");
    }
}
