package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.microblog.local.access.KafkaLogin;
import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.KafkaEngine;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The two commands against a real Kafka, with a consumer group that has given up on three records. */
class DltCommandIntegrationTests {

    private static final String PASSWORD = "a password";

    private static final KafkaEngine ENGINE = EphemeralEngines.newKafkaWithUsers(PASSWORD);

    @TempDir
    private Path folder;

    private final String servers = ENGINE.bootstrapServers();
    private final Map<String, Object> settings = settings(servers);
    private final String group = "test-service." + UUID.randomUUID();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @BeforeEach
    void giveUpOnThree() throws Exception {
        Files.writeString(folder.resolve("secrets"), "KAFKA_PASSWORD=" + PASSWORD);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(topic(group + ".dlt"), topic(group + ".replay")))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String key : List.of("11", "22", "33")) {
                producer.send(deadLetter(key)).get();
            }
        }
    }

    @Test
    void listsGroupPositionTypeTopicKeyAndCause() {
        assertThat(run("list", group)).isZero();

        assertThat(output.toString().lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("GROUP")
                .contains("AT", "TIME", "TYPE", "TOPIC", "KEY", "STATE", "CAUSE");
        assertThat(output.toString().lines().skip(2).findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains(group, "0:1", "PostCreated", "post.post.v1", "22", "waiting")
                        .endsWith("IllegalStateException: A bug [31m"));
    }

    @Test
    void handsBackAllWithWhatTheGroupFirstSawAndWithoutTheCause() {
        assertThat(run("replay", group, "--all")).isZero();

        List<ConsumerRecord<String, String>> replayed = read(group + ".replay");
        assertThat(replayed).extracting(ConsumerRecord::key).containsExactly("11", "22", "33");
        assertThat(replayed).extracting(ConsumerRecord::value).containsOnly("{}");
        assertThat(replayed.getFirst().headers())
                .extracting(header -> header.key())
                .containsExactly("ce_type", "kafka_dlt-original-topic", "microblog_dlt_position");
        assertThat(output.toString()).contains("0:0 PostCreated 11", "3 handed back to " + group);
    }

    @Test
    void handsBackNothingTwice() {
        assertThat(run("replay", group, "--offset", "1")).isZero();
        assertThat(run("replay", group, "--offset", "1")).isEqualTo(1);
        assertThat(run("replay", group, "--all")).isZero();
        assertThat(run("replay", group, "--all")).isZero();

        assertThat(read(group + ".replay")).extracting(ConsumerRecord::key).containsExactly("22", "11", "33");
    }

    @Test
    void listsReplayedOnesOnlyWhenAsked() {
        run("replay", group, "--offset", "0");

        run("list", group);
        assertThat(output.toString()).doesNotContain(" 0:0  ").contains(" 0:1  ", " 0:2  ");
        run("list", group, "--all");
        assertThat(output.toString()).containsPattern(" 0:0 .*replayed");
    }

    @Test
    void namesTheGroupsWhenOneIsUnknown() {
        assertThat(run("replay", "nobody", "--all")).isEqualTo(1);

        assertThat(errors.toString()).contains("no consumer group nobody", group);
    }

    @Test
    void wantsToKnowWhichToReplay() {
        assertThat(run("replay", group)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("replay", group, "--all", "--offset", "1")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private int run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "dlt",
                command,
                "--kafka",
                servers,
                "--secrets",
                folder.resolve("secrets").toString()));
        all.addAll(List.of(arguments));
        return Microblog.commandLine()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(all.toArray(String[]::new));
    }

    private static Map<String, Object> settings(String servers) {
        Map<String, Object> settings = new HashMap<>(KafkaLogin.administrator(PASSWORD));
        settings.put("bootstrap.servers", servers);
        return settings;
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }

    /** With what the services' publisher writes, and an attempt to colour the terminal. */
    private ProducerRecord<String, String> deadLetter(String key) {
        var dead = new ProducerRecord<>(group + ".dlt", key, "{}");
        Map.of(
                        "ce_type", "PostCreated",
                        "kafka_dlt-original-topic", "post.post.v1",
                        "kafka_dlt-exception-fqcn",
                                "org.springframework.kafka.listener.ListenerExecutionFailedException",
                        "microblog_dlt_cause", "IllegalStateException: A bug\n\u001b[31m")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header ->
                        dead.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)));
        return dead;
    }

    private List<ConsumerRecord<String, String>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().iterator().next();
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (consumer.position(partitions.getFirst()) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
            return found;
        }
    }
}
