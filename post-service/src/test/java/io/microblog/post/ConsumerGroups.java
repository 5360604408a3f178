package io.microblog.post;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

/** How far the service has read what it listens to. */
final class ConsumerGroups implements AutoCloseable {

    /** What the service listens to, and as whom. */
    private static final Map<String, List<String>> TOPICS = Map.of(
            "post-service.author", List.of("user.account.v1"),
            "post-service.graph", List.of("user.relationship.v1"),
            "post-service.removals", List.of("user.moderation.v1"),
            "post-service.boosts", List.of("post.engagement.v1"),
            "post-service.fan-out", List.of("post.post.v1"),
            "post-service.trends", List.of("post.post.v1", "post.engagement.v1"),
            "post-service.insights",
                    List.of("post.post.v1", "post.engagement.v1", "post.reach.v1", "user.relationship.v1"));

    /** One for all tests: they ask often, and a new one takes longer than its answer. */
    private final Admin admin;

    ConsumerGroups(KafkaAdmin kafka) {
        this.admin = Admin.create(kafka.getConfigurationProperties());
    }

    /** How many records wait to be read. */
    long lag() {
        var read = admin.listConsumerGroupOffsets(
                TOPICS.keySet().stream().collect(toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())));
        Map<TopicPartition, Long> ends = ends();
        return TOPICS.entrySet().stream()
                .mapToLong(group -> group.getValue().stream()
                        .flatMap(topic -> partitions(topic).stream())
                        .mapToLong(part -> requireNonNull(ends.get(part))
                                - offset(requireNonNull(get(read.all()).get(group.getKey())), part))
                        .sum())
                .sum();
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition part) {
        OffsetAndMetadata offset = read.get(part);
        return offset == null ? 0 : offset.offset();
    }

    /** The place where each topic ends at present. */
    Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> latest = TOPICS.values().stream()
                .flatMap(List::stream)
                .distinct()
                .flatMap(topic -> partitions(topic).stream())
                .collect(toMap(part -> part, _ -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /**
     * Begins anew with what came after a place. Nobody must be reading.
     *
     * @param place where what is left out begins with the first record
     */
    void rewind(Map<TopicPartition, Long> place) {
        TOPICS.forEach((group, topics) -> get(admin.alterConsumerGroupOffsets(
                        group,
                        topics.stream()
                                .flatMap(topic -> partitions(topic).stream())
                                .collect(toMap(
                                        part -> part, part -> new OffsetAndMetadata(place.getOrDefault(part, 0L)))))
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
