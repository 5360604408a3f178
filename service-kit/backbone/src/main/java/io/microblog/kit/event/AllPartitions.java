package io.microblog.kit.event;

import java.util.List;
import java.util.Properties;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/** For who reads topics for one instance alone: all partitions, in no group, with nothing committed. */
public final class AllPartitions {

    private AllPartitions() {}

    /** All partitions of the topics; none while one of the topics does not exist. */
    public static List<TopicPartition> of(Consumer<?, ?> consumer, List<String> topics) {
        List<List<TopicPartition>> found =
                topics.stream().map(topic -> partitions(consumer, topic)).toList();
        return found.stream().anyMatch(List::isEmpty)
                ? List.of()
                : found.stream().flatMap(List::stream).toList();
    }

    /** What such a consumer sets otherwise than those of groups. */
    public static Properties settings() {
        var settings = new Properties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
