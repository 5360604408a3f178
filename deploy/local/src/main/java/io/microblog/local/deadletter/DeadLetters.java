package io.microblog.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters of one Kafka, by consumer group. A group {@code g} has them in the topic {@code g.dlt} and takes them
 * again from {@code g.replay}.
 *
 * <p>A record in a replay topic carries the position of the dead letter it is a copy of. So that it was replayed is
 * written in the same step as the replay itself, and no crash in between can bring it twice.
 *
 * <p>Not safe for use by several threads. Methods throw {@link org.apache.kafka.common.KafkaException} when Kafka does
 * not answer in time.
 */
public final class DeadLetters implements AutoCloseable {

    private static final String DEAD_LETTER_TOPIC = ".dlt";
    private static final String REPLAY_TOPIC = ".replay";

    /** On a replayed record: the place of the dead letter that it copies. */
    private static final String POSITION = "microblog_dlt_position";

    /** Headers that tell of one failure, not of the record. */
    private static final List<String> OF_A_FAILURE = List.of("kafka_dlt-exception", "microblog_dlt_");

    private final Map<String, Object> settings;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param bootstrapServers as host:port, comma-separated
     * @param login the settings by which clients say who they are
     */
    public DeadLetters(String bootstrapServers, Map<String, Object> login) {
        settings = new HashMap<>(login);
        settings.putAll(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.LINGER_MS_CONFIG, 5,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20));
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The groups that have a dead-letter topic, in alphabetical order. */
    public List<String> groups() {
        return consumer.listTopics().keySet().stream()
                .filter(topic -> topic.endsWith(DEAD_LETTER_TOPIC))
                .map(topic -> topic.substring(0, topic.length() - DEAD_LETTER_TOPIC.length()))
                .sorted()
                .toList();
    }

    /** The dead letters of a group that Kafka still keeps, oldest first within a partition. */
    public List<DeadLetter> of(String group) {
        Set<String> replayed = replayed(group);
        List<DeadLetter> found = new ArrayList<>();
        read(group + DEAD_LETTER_TOPIC, dead -> found.add(describe(group, dead, replayed)));
        return found;
    }

    /**
     * Hands back those of a group's dead letters that are wanted and have not been handed back before. Returns when Kafka
     * has taken them all.
     *
     * @param sent is told of each one on its way
     * @return how many
     */
    public int replay(String group, Predicate<DeadLetter> wanted, Consumer<DeadLetter> sent) {
        Set<String> replayed = replayed(group);
        int[] count = {0};
        try (var out = new ReplayProducer(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()))) {
            read(group + DEAD_LETTER_TOPIC, dead -> {
                DeadLetter letter = describe(group, dead, replayed);
                if (!letter.replayed() && wanted.test(letter)) {
                    out.send(copy(dead, letter));
                    count[0]++;
                    sent.accept(letter);
                }
            });
        }
        return count[0];
    }

    private static DeadLetter describe(String group, ConsumerRecord<byte[], byte[]> dead, Set<String> replayed) {
        return DeadLetter.of(group, dead, replayed.contains(DeadLetter.position(dead.partition(), dead.offset())));
    }

    private Set<String> replayed(String group) {
        Set<String> positions = new HashSet<>();
        read(group + REPLAY_TOPIC, replay -> {
            Header position = replay.headers().lastHeader(POSITION);
            if (position != null && position.value() != null) {
                positions.add(new String(position.value(), StandardCharsets.UTF_8));
            }
        });
        return positions;
    }

    /** As the group first saw it, with where it came from; why it failed belongs to the dead letter. */
    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> dead, DeadLetter letter) {
        var copy = new ProducerRecord<>(letter.group() + REPLAY_TOPIC, dead.key(), dead.value());
        for (Header header : dead.headers()) {
            if (OF_A_FAILURE.stream().noneMatch(header.key()::startsWith)) {
                copy.headers().add(header);
            }
        }
        copy.headers().add(POSITION, letter.position().getBytes(StandardCharsets.UTF_8));
        return copy;
    }

    /** Everything that a topic holds at this moment; nothing for a topic that does not exist. */
    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofSeconds(1)).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
