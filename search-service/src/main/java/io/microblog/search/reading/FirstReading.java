package io.microblog.search.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/**
 * Has a database that is new, or new again because the one before was lost, filled from the start of the topics, whatever
 * offsets the broker remembers. Reading an event twice changes nothing.
 */
@Component
class FirstReading implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(FirstReading.class);

    /** The database may be away for a moment; the group waits no longer than its longest pause between two polls. */
    private static final RetryTemplate PATIENTLY = new RetryTemplate(
            RetryPolicy.builder().maxRetries(60).delay(Duration.ofSeconds(1)).build());

    private final ReadPartitions read;

    FirstReading(ReadPartitions read) {
        this.read = read;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        String group = consumer.groupMetadata().groupId();
        Set<TopicPartition> unread = PATIENTLY.invoke(() -> read.unread(group, partitions));
        if (!unread.isEmpty()) {
            LOG.info("{} reads from the start: {}", group, unread);
            rewind(consumer, unread);
            // Only now: whoever is killed in between begins at the start again.
            PATIENTLY.invoke(() -> read.add(group, unread));
        }
    }

    private static void rewind(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
        starts.forEach(consumer::seek);
        consumer.commitSync(starts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, start -> new OffsetAndMetadata(start.getValue()))));
    }
}
