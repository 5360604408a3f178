package io.microblog.local.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaEngineIntegrationTests {

    private static KafkaEngine engine;

    @BeforeAll
    static void start() {
        engine = EphemeralEngines.newKafka();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void keepsAcknowledgedRecordsWhenKilled() throws Exception {
        createTopic("kept");
        send("kept", "first");

        engine.kill();
        assertThat(engine.isReady()).isFalse();
        engine.start();

        send("kept", "second");
        assertThat(read("kept", 2)).containsExactly("first", "second");
    }

    @Test
    void createsNoTopicByItself() {
        assertThatThrownBy(() -> send("undeclared", "lost")).hasMessageContaining("undeclared not present");
    }

    private static void createTopic(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", engine.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(String topic, String value) throws ExecutionException, InterruptedException {
        Map<String, Object> properties = Map.of("bootstrap.servers", engine.bootstrapServers(), "max.block.ms", 5000);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> read(String topic, int count) {
        Map<String, Object> properties = Map.of("bootstrap.servers", engine.bootstrapServers());
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(row -> values.add(row.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
