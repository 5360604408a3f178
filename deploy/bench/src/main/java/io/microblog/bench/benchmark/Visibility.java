package io.microblog.bench.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;

import io.microblog.bench.Platform;
import io.microblog.bench.data.People;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static io.microblog.bench.benchmark.Verdict.millis;

/** How long a post takes from its acknowledgement into the homes of followers, against a message's way through Kafka. */
public final class Visibility implements Benchmark {

    private static final double MEDIAN = 2;
    private static final double TAIL = 3;
    private static final double TAIL_MILLIS = 50;

    private static final int SAMPLES_A_ROUND = 100;
    private static final int WARM_UP = 200;

    /** So that each finds the platform at rest. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String description() {
        return "P4: from acknowledged to visible in a follower's home, against a bare Kafka round trip";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        int author = author(bed.people());
        Histogram visible = new Histogram(3);
        Histogram trip = new Histogram(3);
        try (Watch watch = new Watch(bed.platform(), author);
                RoundTrip kafka = new RoundTrip(bed.platform())) {
            for (int round = 0; round <= bed.rounds(); round++) {
                int samples = round == 0 ? WARM_UP : SAMPLES_A_ROUND;
                for (int sample = 0; sample < samples; sample++) {
                    Thread.sleep(PAUSE);
                    long micros = watch.micros();
                    long bare = kafka.micros();
                    if (round > 0) {
                        visible.recordValue(micros);
                        trip.recordValue(bare);
                    }
                }
            }
        }
        write(report, visible, trip);
    }

    /** How long posts take into homes in microseconds, for what is held beside it in the same run. */
    static Histogram visible(Bed bed) throws Exception {
        Histogram visible = new Histogram(3);
        try (Watch watch = new Watch(bed.platform(), author(bed.people()))) {
            for (int sample = -WARM_UP; sample < bed.rounds() * SAMPLES_A_ROUND; sample++) {
                Thread.sleep(PAUSE);
                long micros = watch.micros();
                if (sample >= 0) {
                    visible.recordValue(micros);
                }
            }
        }
        return visible;
    }

    /** One of those who have a token, with some followers but not so many that their posts are merged when read. */
    private static int author(People people) {
        for (int person = 0; person < SignedIn.PEOPLE; person++) {
            if (people.followers(person) >= 50 && people.followers(person) <= 200) {
                return person;
            }
        }
        throw new IllegalStateException("Nobody has about a hundred followers");
    }

    private static void write(Report report, Histogram visible, Histogram trip) {
        double[] ours = {visible.getValueAtPercentile(50) / 1000.0, visible.getValueAtPercentile(99) / 1000.0};
        double[] bare = {trip.getValueAtPercentile(50) / 1000.0, trip.getValueAtPercentile(99) / 1000.0};
        report.heading("P4 Acknowledged → visible");
        report.paragraph(
                ("%d posts, one at a time, through the gateway, until the row is in the home of a follower; against a"
                                + " message acknowledged by the same broker and read by a waiting consumer.")
                        .formatted(visible.getTotalCount()));
        boolean tail = ours[1] <= TAIL * bare[1] && ours[1] < TAIL_MILLIS;
        report.table(new Table("", "visible", "Kafka round trip", "ratio", "target", "")
                .row(
                        "p50",
                        millis(ours[0]),
                        millis(bare[0]),
                        Verdict.number(ours[0] / bare[0]),
                        "at most 2",
                        Verdict.atMost(ours[0] / bare[0], MEDIAN))
                .row(
                        "p99",
                        millis(ours[1]),
                        millis(bare[1]),
                        Verdict.number(ours[1] / bare[1]),
                        "at most 3, below 50 ms",
                        tail ? "met" : "missed"));
    }

    /** Posts, and looks into the database until a follower has it. */
    private static final class Watch implements AutoCloseable {
        private final HttpConnection gateway;
        private final Connection posts;
        private final PreparedStatement delivered;
        private final HttpCall post;

        Watch(Platform platform, int author) throws Exception {
            gateway = new HttpConnection(platform.gateway());
            posts = platform.connect("post_service");
            // All of a post's homes become visible with its fan_out row, in one commit.
            delivered = posts.prepareStatement("SELECT 1 FROM fan_out WHERE post_id = ?");
            post = PostTransaction.post(SignedIn.token(author));
        }

        long micros() throws Exception {
            String id = gateway.send(post).json().path("id").asString();
            long acknowledged = System.nanoTime();
            delivered.setLong(1, Long.parseLong(id));
            while (!isDelivered()) {
                if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                    throw new IllegalStateException("Post " + id + " was not delivered");
                }
                Thread.sleep(Duration.ofNanos(200_000));
            }
            return (System.nanoTime() - acknowledged) / 1000;
        }

        private boolean isDelivered() throws SQLException {
            try (ResultSet rows = delivered.executeQuery()) {
                return rows.next();
            }
        }

        @Override
        public void close() throws java.io.IOException, SQLException {
            gateway.close();
            posts.close();
        }
    }

    /** A topic of the benchmarks' own, with the settings of the services' producers and consumers. */
    private static final class RoundTrip implements AutoCloseable {
        private static final TopicPartition PARTITION = new TopicPartition("bench.round-trip", 0);

        private final KafkaProducer<byte[], byte[]> producer;
        private final KafkaConsumer<byte[], byte[]> consumer;

        RoundTrip(Platform platform) throws Exception {
            provideTopic(platform);
            Map<String, Object> settings = new HashMap<>(platform.kafka());
            settings.putAll(Map.of("acks", "all", "linger.ms", 0));
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer.send(message()).get();
            consumer = new KafkaConsumer<>(platform.kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.assign(List.of(PARTITION));
            consumer.seekToEnd(List.of(PARTITION));
            consumer.position(PARTITION);
        }

        private static void provideTopic(Platform platform) throws Exception {
            try (Admin admin = Admin.create(platform.kafka())) {
                if (!admin.listTopics().names().get().contains(PARTITION.topic())) {
                    admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                            .all()
                            .get();
                }
            }
        }

        private static ProducerRecord<byte[], byte[]> message() {
            return new ProducerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    null,
                    UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        }

        /** From sending to reading, as the acknowledgement of a post begins with its row in the outbox. */
        long micros() throws Exception {
            long start = System.nanoTime();
            Future<RecordMetadata> acknowledged = producer.send(message());
            while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                // Not there yet.
            }
            long read = System.nanoTime();
            acknowledged.get();
            return (read - start) / 1000;
        }

        @Override
        public void close() {
            producer.close();
            consumer.close();
        }
    }
}
