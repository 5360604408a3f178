package io.microblog.notification.mail.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.microblog.notification.mail.Lane;
import io.microblog.notification.mail.MailRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the mail going, one thread a lane: at once when this instance asked for a mail, and now and then for what other
 * instances left or what is due again.
 */
@Component
class DeliveryLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);

    private final Courier courier;
    private final Settlement settlement;
    private final Deliveries deliveries;
    private final Duration pollInterval;
    private final Map<Lane, Semaphore> calls = new EnumMap<>(Lane.class);
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    DeliveryLoop(Courier courier, Settlement settlement, Deliveries deliveries, DeliveryProperties properties) {
        this.courier = courier;
        this.settlement = settlement;
        this.deliveries = deliveries;
        this.pollInterval = properties.pollInterval();
        Arrays.stream(Lane.values()).forEach(lane -> calls.put(lane, new Semaphore(0)));
    }

    @TransactionalEventListener
    void on(MailRequested request) {
        call(request.lane()).release();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        deliveries.forget();
    }

    @Override
    public void start() {
        running = true;
        threads = Arrays.stream(Lane.values())
                .map(lane -> Thread.ofPlatform()
                        .name("mail-" + lane.name().toLowerCase(java.util.Locale.ROOT))
                        .daemon()
                        .start(() -> run(lane)))
                .toList();
    }

    /** Lets the calls under way end: cut off, their outcome would be unknown. */
    @Override
    public void stop() {
        running = false;
        calls.values().forEach(Semaphore::release);
        threads.forEach(DeliveryLoop::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(Lane lane) {
        while (running) {
            if (!round(lane)) {
                pause(lane);
            }
        }
    }

    /** Whether there may be more to do right away. */
    private boolean round(Lane lane) {
        try {
            settlement.settle(lane);
            return courier.deliver(lane) > 0;
        } catch (RuntimeException e) {
            LOG.warn("Mail waits: {}", e.toString());
            return false;
        }
    }

    private void pause(Lane lane) {
        try {
            if (call(lane).tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                call(lane).drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private Semaphore call(Lane lane) {
        return java.util.Objects.requireNonNull(calls.get(lane));
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
