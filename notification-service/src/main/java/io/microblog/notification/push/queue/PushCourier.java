package io.microblog.notification.push.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.push.PushProperties;
import io.microblog.notification.push.PushSubscriptions;
import io.microblog.notification.push.encryption.MessageEncryption;
import io.microblog.notification.push.encryption.SealedMessage;
import io.microblog.notification.push.queue.PushAnswer.Gone;
import io.microblog.notification.push.queue.PushAnswer.NotNow;
import io.microblog.notification.push.queue.PushAnswer.Refused;
import io.microblog.notification.push.queue.PushAnswer.Taken;
import io.microblog.notification.push.queue.PushAnswer.TooLarge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes a push from the queue to its push service, and notes what became of it. */
@Component
class PushCourier {

    private static final Logger LOG = LoggerFactory.getLogger(PushCourier.class);
    private static final int MOST_DOUBLINGS = 20;

    private final PushSources sources;
    private final PushWriter writer;
    private final MessageEncryption encryption;
    private final PushService service;
    private final PushQueue queue;
    private final PushSubscriptions subscriptions;
    private final PushProperties properties;
    private final PushMetrics metrics;
    private final JsonMapper json;

    PushCourier(
            PushSources sources,
            PushWriter writer,
            MessageEncryption encryption,
            PushService service,
            PushQueue queue,
            PushSubscriptions subscriptions,
            PushProperties properties,
            PushMetrics metrics,
            JsonMapper json) {
        this.sources = sources;
        this.writer = writer;
        this.encryption = encryption;
        this.service = service;
        this.queue = queue;
        this.subscriptions = subscriptions;
        this.properties = properties;
        this.metrics = metrics;
        this.json = json;
    }

    /**
     * Asks what all of them have to know.
     *
     * @return what takes one of them to its push service, or puts it off where nobody can tell now
     */
    Consumer<OwedPush> prepare(List<OwedPush> pushes) {
        try {
            PushFacts facts = sources.of(pushes);
            return push -> deliver(push, facts);
        } catch (Unavailable e) {
            return push -> postpone(push, e.getMessage(), null);
        } catch (RuntimeException e) {
            LOG.error("{} pushes failed", pushes.size(), e);
            return push -> metrics.count("broken");
        }
    }

    /** What fails in a way that nobody foresaw is due again when its hold ends. */
    private void deliver(OwedPush push, PushFacts facts) {
        try {
            Optional<PushMessage> message = writer.write(push, facts);
            if (message.isEmpty()) {
                finish(push, "skipped");
            } else {
                settle(push, send(push, message.get()));
            }
        } catch (RuntimeException e) {
            LOG.error("Push of notification {} failed", push.notificationId(), e);
            metrics.count("broken");
        }
    }

    private PushAnswer send(OwedPush push, PushMessage message) {
        PushAnswer answer = sendWhole(push, message);
        return answer instanceof TooLarge && !message.body().isEmpty() ? sendWhole(push, message.shorter()) : answer;
    }

    private PushAnswer sendWhole(OwedPush push, PushMessage message) {
        SealedMessage sealed =
                encryption.seal(push.endpoint(), push.keys(), push.standard(), json.writeValueAsString(message));
        return service.send(push.endpoint(), sealed, Long.toString(push.notificationId()), message.urgency());
    }

    private void settle(OwedPush push, PushAnswer answer) {
        switch (answer) {
            case Taken _ -> finish(push, "sent");
            case Gone _ -> {
                subscriptions.forget(push.subscriptionId());
                metrics.count("gone");
            }
            case TooLarge _ -> finish(push, "too-large");
            case Refused refused -> {
                LOG.warn("A push service at {} refuses with status {}", push.host(), refused.status());
                finish(push, "refused");
            }
            case NotNow later -> postpone(push, later.cause(), later.after());
        }
    }

    private void finish(OwedPush push, String outcome) {
        queue.remove(push);
        metrics.count(outcome);
    }

    private void postpone(OwedPush push, @Nullable String cause, @Nullable Duration atLeast) {
        Duration pause = pauseAfter(push.attempts());
        boolean again = queue.postpone(push, atLeast != null && atLeast.compareTo(pause) > 0 ? atLeast : pause);
        LOG.debug("Push of notification {} to {} waits: {}", push.notificationId(), push.host(), cause);
        metrics.count(again ? "postponed" : "given-up");
    }

    /** Spread by half, so that what failed together does not come back together. */
    private Duration pauseAfter(int attempts) {
        long doubled = properties.firstRetry().toMillis() << Math.clamp(attempts - 1, 0, MOST_DOUBLINGS);
        long pause = Math.min(doubled, properties.longestRetry().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause / 2, pause + 1));
    }
}
