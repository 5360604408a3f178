package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.budget.BudgetLevel;
import io.microblog.notification.mail.budget.MailBudget;
import io.microblog.notification.mail.compose.Composition;
import io.microblog.notification.mail.compose.Composition.Held;
import io.microblog.notification.mail.compose.Composition.Joined;
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
    private final MailingBatches batches;
    private final MailWriter writer;
    private final Provider provider;
    private final DeliveryProperties properties;
    private final DeliveryMetrics metrics;
    private final Suppressions suppressions;
    private final MailBudget budget;

    DeliveryWorker(
            MailQueue deliveries,
            MailingBatches batches,
            MailWriter writer,
            Provider provider,
            DeliveryProperties properties,
            DeliveryMetrics metrics,
            Suppressions suppressions,
            MailBudget budget) {
        this.budget = budget;
        this.deliveries = deliveries;
        this.batches = batches;
        this.writer = writer;
        this.provider = provider;
        this.properties = properties;
        this.metrics = metrics;
        this.suppressions = suppressions;
    }

    /**
     * One round.
     *
     * @return how many mails were taken up; none while the provider is known to be away, and but for security none when no
     *     mails are left for today
     */
    int deliver(Lane lane) {
        if (provider.isAway() || (lane != Lane.SECURITY && budget.level() == BudgetLevel.SPENT)) {
            return 0;
        }
        Hold hold = claim(lane);
        if (!hold.deliveries().isEmpty()) {
            send(write(new Round(lane, hold)));
        }
        return hold.deliveries().size();
    }

    /** Of announcements first what has been tried before. */
    private Hold claim(Lane lane) {
        Hold hold = deliveries.claim(lane);
        return lane == Lane.BROADCAST && hold.deliveries().isEmpty()
                ? batches.claim().orElse(hold)
                : hold;
    }

    /** Writes the mails that can go into the round; about the others it is noted why not. */
    private Round write(Round round) {
        List<Delivery> claimed = round.hold().deliveries();
        List<Composition> drafts = writer.write(round.lane(), claimed);
        var results = new LinkedHashMap<Delivery, Result>();
        for (int i = 0; i < claimed.size(); i++) {
            Delivery delivery = claimed.get(i);
            switch (drafts.get(i)) {
                case Ready draft -> round.ready().put(delivery, draft.mail());
                case Joined draft -> round.join(delivery, draft.lead());
                case Unwanted draft -> results.put(delivery, Result.skipped(draft.reason()));
                case Held draft ->
                    results.put(
                            delivery,
                            Result.held("It is not wanted now", Duration.between(Instant.now(), draft.until())));
                case Postponed draft -> results.put(delivery, postponed(delivery, Duration.ZERO, draft.cause()));
            }
        }
        results.putAll(suppressed(round));
        settle(round, results);
        round.ready().keySet().removeAll(results.keySet());
        return round;
    }

    /** Those to whom the provider delivers nothing more by the lane's stream. */
    private Map<Delivery, Result> suppressed(Round round) {
        Set<String> addresses = suppressions.among(
                round.lane().stream(),
                round.ready().values().stream().map(Mail::to).toList());
        var results = new LinkedHashMap<Delivery, Result>();
        round.ready().forEach((delivery, mail) -> {
            if (addresses.contains(mail.to())) {
                results.put(delivery, Result.skipped("The provider delivers nothing more to the address"));
            }
        });
        return results;
    }

    private void send(Round round) {
        if (round.ready().isEmpty()) {
            return;
        }
        List<Delivery> going = round.renewed();
        List<Outcome> outcomes = provider.send(
                round.hold().batch(), going.stream().map(round::mail).toList());
        var results = new LinkedHashMap<Delivery, Result>();
        List<Delivery> alone = new ArrayList<>();
        for (int i = 0; i < going.size(); i++) {
            if (outcomes.get(i) instanceof Alone) {
                alone.add(going.get(i));
            } else {
                results.put(
                        going.get(i), result(round.lane(), going.get(i), round.mail(going.get(i)), outcomes.get(i)));
            }
        }
        settle(round, results);
        alone.forEach(delivery -> sendAlone(round, delivery));
    }

    /** The hold is prolonged before each call, which then has the whole grace: nobody else sends the mails meanwhile. */
    private void sendAlone(Round round, Delivery delivery) {
        if (provider.isAway()) {
            settle(round, Map.of(delivery, postponed(delivery, Duration.ZERO, "The provider is away")));
        } else if (round.renewed().contains(delivery)) {
            Mail mail = round.mail(delivery);
            Outcome outcome = provider.send(round.hold().batch(), List.of(mail)).getFirst();
            settle(round, Map.of(delivery, result(round.lane(), delivery, mail, outcome)));
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

    /** What becomes of a mail becomes of all that it tells. */
    private void settle(Round round, Map<Delivery, Result> results) {
        var all = new LinkedHashMap<Delivery, Result>();
        results.forEach((delivery, result) -> {
            all.put(delivery, result);
            round.told(delivery).forEach(other -> all.put(other, result));
        });
        var byId = new LinkedHashMap<Long, Result>();
        all.forEach((delivery, result) -> byId.put(delivery.id(), result));
        Map<Long, DeliveryState> states = round.hold().settle(byId);
        all.forEach((delivery, result) ->
                count(round.lane(), delivery, states.getOrDefault(delivery.id(), result.state()), result.cause()));
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
