package io.microblog.notification.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.microblog.kit.event.AllPartitions;
import io.microblog.kit.event.Envelope;
import io.microblog.kit.loop.BackgroundLoop;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads topics for this instance alone: all partitions, without a group, from the moment of its start. After a failure it
 * goes on where it was, so that what came meanwhile is late rather than missed.
 */
abstract class TopicFeed extends BackgroundLoop {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final List<String> topics;
    private final ConsumerFactory<?, ?> consumers;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile boolean placed;

    TopicFeed(String name, List<String> topics, ConsumerFactory<?, ?> consumers) {
        super(name, PAUSE);
        this.name = name;
        this.topics = topics;
        this.consumers = consumers;
    }

    /** Takes what has come, in the order of each partition. What cannot be read is left out. */
    abstract void take(List<Envelope<?>> envelopes) throws InterruptedException;

    /** Whether it hears all that happens from now on, at the latest when what keeps it is over. */
    boolean isPlaced() {
        return placed;
    }

    @Override
    protected Duration round() throws InterruptedException {
        try (Consumer<?, ?> consumer = consumers.createConsumer(null, name, null, settings())) {
            if (place(consumer)) {
                placed = true;
                while (isRunning()) {
                    read(consumer);
                }
            }
            return PAUSE;
        }
    }

    private void read(Consumer<?, ?> consumer) throws InterruptedException {
        ConsumerRecords<?, ?> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            take(envelopes(records));
            records.partitions().forEach(partition -> positions.put(partition, consumer.position(partition)));
        }
    }

    /** Whether all topics are there. */
    private boolean place(Consumer<?, ?> consumer) {
        if (positions.isEmpty()) {
            List<TopicPartition> partitions = AllPartitions.of(consumer, topics);
            if (partitions.isEmpty()) {
                return false;
            }
            positions.putAll(consumer.endOffsets(partitions));
        }
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
        return true;
    }

    private static List<Envelope<?>> envelopes(ConsumerRecords<?, ?> records) {
        List<Envelope<?>> envelopes = new ArrayList<>();
        for (ConsumerRecord<?, ?> record : records) {
            if (record.value() instanceof Envelope<?> envelope) {
                envelopes.add(envelope);
            }
        }
        return envelopes;
    }

    private static Properties settings() {
        Properties settings = AllPartitions.settings();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        return settings;
    }
}
