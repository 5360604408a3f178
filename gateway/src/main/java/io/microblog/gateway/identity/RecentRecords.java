package io.microblog.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.kit.event.AllPartitions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Places a consumer without a group. */
final class RecentRecords {

    private RecentRecords() {}

    /**
     * Gives the consumer all partitions of the topics, from the first record that is no older than {@code age}.
     *
     * @return false while one of the topics does not exist
     */
    static boolean seek(Consumer<?, ?> consumer, List<String> topics, Duration age) {
        List<TopicPartition> partitions = AllPartitions.of(consumer, topics);
        if (partitions.isEmpty()) {
            return false;
        }
        consumer.assign(partitions);
        // The ends first: what is written between the two questions must not be skipped.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(since(partitions, age));
        partitions.forEach(partition -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        });
        return true;
    }

    private static Map<TopicPartition, Long> since(List<TopicPartition> partitions, Duration age) {
        long since = Instant.now().minus(age).toEpochMilli();
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since));
    }
}
