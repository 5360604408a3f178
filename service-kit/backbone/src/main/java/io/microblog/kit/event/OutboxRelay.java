package io.microblog.kit.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.microblog.kit.loop.BackgroundLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox to Kafka, in order, at least once.
 *
 * <p>One instance leads per database. It is woken right after a commit in its own process and polls for those of other
 * instances. Rows leave the table only after Kafka has acknowledged them, so Kafka may be away for days. A topic that is
 * missing or denied holds up its own events only.
 */
class OutboxRelay extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BATCH = 500;

    private final DataSource dataSource;
    private final Supplier<OutboxSender> senders;
    private final Duration pollInterval;
    private final Duration leaderCheck;

    /**
     * @param pollInterval how often the leader looks for commits of other instances
     * @param leaderCheck how often the others try to take the lead
     */
    OutboxRelay(DataSource dataSource, Supplier<OutboxSender> senders, Duration pollInterval, Duration leaderCheck) {
        super("outbox-relay", leaderCheck);
        this.dataSource = dataSource;
        this.senders = senders;
        this.pollInterval = pollInterval;
        this.leaderCheck = leaderCheck;
    }

    /** Leads for as long as it can. */
    @Override
    protected Duration round() throws SQLException, InterruptedException {
        try (OutboxLease lease = OutboxLease.tryAcquire(dataSource).orElse(null)) {
            if (lease != null) {
                LOG.info("This instance relays the outbox");
                lead(lease);
            }
        }
        return leaderCheck;
    }

    private void lead(OutboxLease lease) throws SQLException, InterruptedException {
        var held = new HeldTopics();
        try (OutboxSender sender = senders.get()) {
            while (isRunning()) {
                rest(relay(lease, sender, held));
            }
        }
    }

    /** How long to rest before the next batch. */
    private Duration relay(OutboxLease lease, OutboxSender sender, HeldTopics held)
            throws SQLException, InterruptedException {
        Set<String> passedOver = held.present();
        List<OutboxRow> rows = lease.next(BATCH, passedOver);
        if (rows.isEmpty()) {
            // What is held may be much to pass over each time.
            return passedOver.isEmpty() ? pollInterval : PAUSE;
        }
        OutboxSender.Result result = sender.send(rows);
        lease.delete(result.delivered());
        held.release(result.delivered().stream().map(OutboxRow::topic).toList());
        setAside(lease, result);
        if (result.failure() != null) {
            LOG.warn(
                    "Kafka took {} of {} events, the rest is sent again: {}",
                    result.delivered().size(),
                    rows.size(),
                    result.failure().toString());
            held.hold(result.refused());
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return Duration.ZERO;
    }

    private static void setAside(OutboxLease lease, OutboxSender.Result result) throws SQLException {
        for (var entry : result.unsendable().entrySet()) {
            LOG.error(
                    "Event {} can never be sent and was set aside",
                    entry.getKey().id(),
                    entry.getValue());
            lease.setAside(entry.getKey(), String.valueOf(entry.getValue()));
        }
    }
}
