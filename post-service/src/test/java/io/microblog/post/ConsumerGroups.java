package io.microblog.post;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;

import static java.util.stream.Collectors.toMap;

/** How far the service has read what it listens to. */
final class ConsumerGroups implements AutoCloseable {

    /** What the service listens to, and as whom. */
    private static final Map<String, String> TOPICS = Map.of(
            "post-service.author", "user.account.v1",
            "post-service.graph", "user.relationship.v1",
            "post-service.boosts", "post.engagement.v1",
            "post-service.fan-out", "post.post.v1");

    /** One for all tests: they ask often, and a new one takes longer than its answer. */
    private final Admin admin;

    ConsumerGroups(KafkaAdmin kafka) {
        this.admin = Admin.create(kafka.getConfigurationProperties());
    }

    /** How many records wait to be read. */
    long lag() {
        var ends = admin.listOffsets(TOPICS.values().stream()
                .flatMap(topic -> partitions(topic).stream())
                .collect(toMap(part -> part, part -> OffsetSpec.latest())));
        var read = admin.listConsumerGroupOffsets(
                TOPICS.keySet().stream().collect(toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())));
        return get(ends.all()).values().stream().mapToLong(end -> end.offset()).sum()
                - get(read.all()).values().stream()
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .filter(Objects::nonNull)
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum();
    }

    /** Begins anew with the first record. Nobody must be reading. */
    void rewind() {
        TOPICS.forEach((group, topic) -> get(admin.alterConsumerGroupOffsets(
                        group,
                        partitions(topic).stream().collect(toMap(part -> part, part -> new OffsetAndMetadata(0))))
                .all()));
    }

    static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, 12)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
