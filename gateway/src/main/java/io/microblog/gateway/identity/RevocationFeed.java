package io.microblog.gateway.identity;

import java.time.Duration;
import java.util.List;

import io.microblog.event.AccountEvent;
import io.microblog.event.SecurityEvent;
import io.microblog.kit.event.AllPartitions;
import io.microblog.kit.loop.BackgroundLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears of ended credentials. Every gateway reads all partitions for itself, from as far back as tokens live, so there
 * is no group and nothing is committed. Without Kafka the gateway works on and keeps trying: a cached answer is a minute
 * old at most.
 */
@Component
class RevocationFeed extends BackgroundLoop {

    private static final List<String> TOPICS = List.of(SecurityEvent.TOPIC, AccountEvent.TOPIC);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Clocks differ a little. */
    private static final Duration BACK = Revocations.KEPT.plusMinutes(1);

    private final ConsumerFactory<?, ?> consumers;
    private final RevocationListener listener;
    private volatile boolean reading;

    RevocationFeed(ConsumerFactory<?, ?> consumers, RevocationListener listener, MeterRegistry meters) {
        super("revocation-feed", PAUSE);
        this.consumers = consumers;
        this.listener = listener;
        Gauge.builder("microblog.revocations.connected", this, feed -> feed.reading ? 1 : 0)
                .description("Whether the gateway listens for ended credentials")
                .register(meters);
    }

    /** Reads until the end, or the first failure. */
    @Override
    protected Duration round() {
        try (Consumer<?, ?> consumer = consumers.createConsumer(null, "revocations", null, AllPartitions.settings())) {
            if (RecentRecords.seek(consumer, TOPICS, BACK)) {
                reading = true;
                while (isRunning()) {
                    consumer.poll(POLL).forEach(message -> listener.on(message.value()));
                }
            }
            return PAUSE;
        } finally {
            reading = false;
        }
    }
}
