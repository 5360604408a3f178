package io.microblog.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.microblog.event.AccountEvent;
import io.microblog.event.SecurityEvent;
import io.microblog.kit.event.Envelope;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
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
    private final Revocations revocations;
    private volatile @Nullable Thread thread;
    private volatile boolean reading;

    RevocationFeed(ConsumerFactory<?, ?> consumers, Revocations revocations, MeterRegistry meters) {
        this.consumers = consumers;
        this.revocations = revocations;
        Gauge.builder("microblog.revocations.connected", this, feed -> feed.reading ? 1 : 0)
                .description("Whether ended credentials are heard of at once")
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
            if (!seek(consumer)) {
                return;
            }
            reading = true;
            while (isRunning()) {
                consumer.poll(POLL).forEach(message -> apply(message.value()));
            }
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Revocations cannot be read now: {}", e.getMessage());
        } finally {
            reading = false;
        }
    }

    /** False while a topic does not exist yet: nothing has been revoked then. */
    private static boolean seek(Consumer<?, ?> consumer) {
        List<List<TopicPartition>> found = TOPICS.stream()
                .map(topic -> consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList())
                .toList();
        if (found.stream().anyMatch(List::isEmpty)) {
            return false;
        }
        List<TopicPartition> partitions = found.stream().flatMap(List::stream).toList();
        consumer.assign(partitions);
        // The ends first: what is written between the two questions must not be skipped.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(since(partitions));
        partitions.forEach(partition -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        });
        return true;
    }

    private static Map<TopicPartition, Long> since(List<TopicPartition> partitions) {
        long since = Instant.now().minus(BACK).toEpochMilli();
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since));
    }

    private void apply(@Nullable Object message) {
        if (message instanceof Envelope<?> envelope) {
            log.debug("{} of {}", envelope.event().type(), envelope.event().key());
            if (envelope.event() instanceof SecurityEvent event) {
                apply(event);
            } else if (envelope.event() instanceof AccountEvent event
                    && event.account().suspended()) {
                revocations.revokeAccount(event.key(), envelope.time());
            }
        }
    }

    private void apply(SecurityEvent event) {
        switch (event) {
            case SecurityEvent.SessionsRevoked revoked -> {
                if (revoked.sid() != null) {
                    revocations.revokeSession(revoked.sid(), revoked.revokedAt());
                } else if (revoked.accountId() != null) {
                    revocations.revokeAccount(revoked.accountId().toString(), revoked.revokedAt());
                }
            }
            case SecurityEvent.EmailConfirmationRequested _ -> {
                // Ends no credential.
            }
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
