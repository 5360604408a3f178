package io.microblog.gateway.identity;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.microblog.event.AccountEvent;
import io.microblog.event.SecurityEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears of ended credentials. Every gateway reads all partitions for itself, from as far back as tokens live, so there
 * is no group and nothing is committed. Without Kafka the gateway works on and keeps trying: a cached answer is a minute
 * old at most.
 */
@Component
class RevocationFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RevocationFeed.class);

    private static final List<String> TOPICS = List.of(SecurityEvent.TOPIC, AccountEvent.TOPIC);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Clocks differ a little. */
    private static final Duration BACK = Revocations.KEPT.plusMinutes(1);

    private final ConsumerFactory<?, ?> consumers;
    private final RevocationListener listener;
    private volatile @Nullable Thread thread;
    private volatile boolean reading;

    RevocationFeed(ConsumerFactory<?, ?> consumers, RevocationListener listener, MeterRegistry meters) {
        this.consumers = consumers;
        this.listener = listener;
        Gauge.builder("microblog.revocations.connected", this, feed -> feed.reading ? 1 : 0)
                .description("Whether the gateway listens for ended credentials")
                .register(meters);
    }

    @Override
    public void start() {
        // Set before it runs: it stops when this is null.
        Thread reader = Thread.ofVirtual().name("revocation-feed").unstarted(this::run);
        thread = reader;
        reader.start();
    }

    /** A poll ends soon by itself; only a connection that cannot be made is interrupted. */
    @Override
    public void stop() {
        Thread reader = thread;
        thread = null;
        try {
            if (reader != null && !reader.join(POLL.multipliedBy(4))) {
                reader.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (isRunning()) {
                read();
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException | InterruptException e) {
            log.debug("Stopped reading revocations");
        }
    }

    private void read() {
        try (Consumer<?, ?> consumer = consumers.createConsumer(null, "revocations", null, settings())) {
            if (!RecentRecords.seek(consumer, TOPICS, BACK)) {
                return;
            }
            reading = true;
            while (isRunning()) {
                consumer.poll(POLL).forEach(message -> listener.on(message.value()));
            }
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Revocations cannot be read now: {}", e.getMessage());
        } finally {
            reading = false;
        }
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }
}
