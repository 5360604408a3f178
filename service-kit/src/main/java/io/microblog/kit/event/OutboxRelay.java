package io.microblog.kit.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the outbox to Kafka, in order, at least once.
 *
 * <p>One instance leads per database. It is woken right after a commit in its own process and polls for those of other
 * instances. Rows leave the table only after Kafka has acknowledged them, so Kafka may be away for days.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final Supplier<OutboxSender> senders;
    private final Duration pollInterval;
    private final Duration leaderCheck;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param pollInterval how often the leader looks for commits of other instances
     * @param leaderCheck how often the others try to take the lead
     */
    OutboxRelay(DataSource dataSource, Supplier<OutboxSender> senders, Duration pollInterval, Duration leaderCheck) {
        this.dataSource = dataSource;
        this.senders = senders;
        this.pollInterval = pollInterval;
        this.leaderCheck = leaderCheck;
    }

    /** Says that something was committed. */
    void wake() {
        wake.release();
    }

    @Override
    public void start() {
        Thread relay = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
        // Before it starts: a thread that does not yet see itself as running would end at once.
        thread = relay;
        relay.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            joinQuietly(running);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                lead();
                pause(leaderCheck);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("The outbox relay lost its database, it tries again: {}", e.getMessage());
                pauseQuietly(leaderCheck);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void lead() throws SQLException, InterruptedException {
        try (OutboxLease lease = OutboxLease.tryAcquire(dataSource).orElse(null)) {
            if (lease == null) {
                return;
            }
            LOG.info("This instance relays the outbox");
            try (OutboxSender sender = senders.get()) {
                while (isRunning()) {
                    relay(lease, sender);
                }
            }
        }
    }

    private void relay(OutboxLease lease, OutboxSender sender) throws SQLException, InterruptedException {
        wake.drainPermits();
        List<OutboxRow> rows = lease.next(BATCH);
        if (rows.isEmpty()) {
            pause(pollInterval);
            return;
        }
        OutboxSender.Result result = sender.send(rows);
        lease.delete(result.delivered());
        for (var entry : result.unsendable().entrySet()) {
            LOG.error(
                    "Event {} can never be sent and was set aside",
                    entry.getKey().id(),
                    entry.getValue());
            lease.setAside(entry.getKey(), String.valueOf(entry.getValue()));
        }
        if (result.failure() != null) {
            LOG.warn(
                    "Kafka took {} of {} events, the rest is sent again: {}",
                    result.delivered().size(),
                    rows.size(),
                    result.failure().toString());
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (wake.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }

    private void pauseQuietly(Duration time) {
        try {
            pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void joinQuietly(Thread running) {
        try {
            running.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
