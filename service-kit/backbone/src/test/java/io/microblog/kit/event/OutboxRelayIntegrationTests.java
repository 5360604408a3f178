package io.microblog.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.microblog.event.Event;
import io.microblog.event.PostEvent;
import io.microblog.event.SecurityEvent.SessionsRevoked;
import io.microblog.local.access.KafkaAccess;
import io.microblog.local.access.KafkaLogin;
import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.KafkaEngine;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The relay on real PostgreSQL and Kafka: nothing lost, nothing out of order within a key. */
class OutboxRelayIntegrationTests {

    private static final int WRITERS = 8;
    private static final int CHANGES = 60;

    private final String kafka = EphemeralEngines.kafka().bootstrapServers();
    private final long key = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private OutboxFixture service = new OutboxFixture(kafka);
    private TopicReader topic = newReader();

    private TopicReader newReader() {
        TopicReader.createTopic(kafka, PostEvent.TOPIC);
        return new TopicReader(kafka, PostEvent.TOPIC);
    }

    @BeforeEach
    void keysAreUnused() {
        assertThat(topic.withKey(key)).isEmpty();
    }

    @AfterEach
    void close() {
        topic.close();
        service.close();
    }

    @Test
    void keepsOrderPerKeyUnderConcurrentWritersAndTwoInstances() throws Exception {
        service.startRelay();
        service.startRelay();

        List<UUID> written = writeConcurrently();

        assertThat(versions(topic.awaitIds(key, written.size()))).containsExactlyElementsOf(upTo(written.size()));
        await().until(() -> service.waiting() == 0);
        assertThat(topic.withKey(key)).hasSize(written.size());
    }

    @Test
    void theOtherInstanceTakesOverWhenTheLeaderDies() throws Exception {
        service.startRelay();
        service.startRelay();
        try (ExecutorService killer = Executors.newSingleThreadExecutor()) {
            var finished = new CountDownLatch(1);
            Future<Integer> kills = killer.submit(() -> {
                int killed = 0;
                while (!finished.await(150, TimeUnit.MILLISECONDS)) {
                    killed += service.killLeader();
                }
                return killed;
            });

            List<UUID> written = writeConcurrently();
            finished.countDown();

            assertThat(kills.get()).isPositive();
            assertThat(versions(topic.awaitIds(key, written.size()))).containsExactlyElementsOf(upTo(written.size()));
            await().until(() -> service.waiting() == 0);
        }
    }

    @Test
    void readsByTheIndexAndLeavesTheConnectionAsItWas() throws Exception {
        service.dataSource.setMaximumPoolSize(1);
        service.dataSource.getHikariPoolMXBean().softEvictConnections();
        try (OutboxLease lease = OutboxLease.tryAcquire(service.dataSource).orElseThrow()) {
            assertThat(lease.next(1, List.of())).isEmpty();
        }
        assertThat(service.jdbc.sql("SHOW enable_seqscan").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    void survivesAMinuteWithoutBroker() throws Exception {
        try (KafkaEngine ownKafka = EphemeralEngines.newKafka();
                OutboxFixture ownService = new OutboxFixture(ownKafka.bootstrapServers())) {
            TopicReader.createTopic(ownKafka.bootstrapServers(), PostEvent.TOPIC);
            ownService.startRelay();
            ownService.change(key);
            await().until(() -> ownService.waiting() == 0);

            ownKafka.kill();
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            int changes = 1;
            while (System.nanoTime() < until) {
                ownService.change(key);
                changes++;
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(ownService.waiting()).isEqualTo(changes - 1);
            ownKafka.start();

            try (TopicReader reader = new TopicReader(ownKafka.bootstrapServers(), PostEvent.TOPIC)) {
                reader.awaitIds(key, changes);
                assertThat(versions(reader)).containsExactlyElementsOf(upTo(changes));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> ownService.waiting() == 0);
        }
    }

    @Test
    void aCommitThatComesLateIsNotSkipped() throws Exception {
        service.startRelay();
        var appended = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (ExecutorService late = Executors.newSingleThreadExecutor()) {
            Future<UUID> first = late.submit(() -> service.transaction.execute(status -> {
                UUID id = service.outbox.append(OutboxFixture.deleted(key, 1));
                appended.countDown();
                awaitLatch(mayCommit);
                return id;
            }));
            appended.await();

            UUID second = service.transaction.execute(status -> service.outbox.append(OutboxFixture.deleted(key, 2)));
            assertThat(topic.awaitIds(key, 1)).containsExactly(String.valueOf(second));
            mayCommit.countDown();

            assertThat(topic.awaitIds(key, 2))
                    .containsExactly(second.toString(), first.get().toString());
        }
    }

    @Test
    void setsAsideARowThatKafkaNeverTakes() {
        UUID before = service.change(key);
        insert("no topic has such a name!", "{}");
        insert(PostEvent.TOPIC, "x".repeat(3_000_000));
        UUID after = service.change(key);

        service.startRelay();

        assertThat(topic.awaitIds(key, 2)).containsExactly(before.toString(), after.toString());
        await().until(() -> service.waiting() == 0);
        assertThat(service.jdbc
                        .sql("SELECT cause FROM outbox_failed ORDER BY seq")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        cause -> assertThat(cause).contains("InvalidTopic"),
                        cause -> assertThat(cause).contains("RecordTooLarge"));
    }

    @Test
    void aMissingTopicHoldsUpItsOwnEventsOnly() {
        String missing = "missing." + key;
        UUID first = insert(missing, "{}");
        UUID other = service.change(key);
        UUID second = insert(missing, "{}");

        service.startRelay();

        assertThat(topic.awaitIds(key, 1)).containsExactly(other.toString());
        await().until(() -> service.waiting() == 2);
        TopicReader.createTopic(kafka, missing);
        try (TopicReader late = new TopicReader(kafka, missing)) {
            assertThat(late.awaitIds(key, 2)).containsExactly(first.toString(), second.toString());
        }
    }

    @Test
    void aDeniedTopicHoldsUpItsOwnEventsOnly() throws Exception {
        String administrator = "the administrator's";
        try (KafkaEngine guarded = EphemeralEngines.newKafkaWithUsers(administrator)) {
            new KafkaAccess(guarded.bootstrapServers(), administrator, name -> name).grant();
            try (var own = new OutboxFixture(
                            guarded.bootstrapServers(), KafkaLogin.service("post-service", "post-service"));
                    Admin admin = Admin.create(own.settings())) {
                admin.createTopics(List.of(new NewTopic(PostEvent.TOPIC, 1, (short) 1)))
                        .all()
                        .get();
                own.transaction.executeWithoutResult(_ -> own.outbox.append(anotherServicesEvent()));
                own.change(key);

                own.startRelay();

                await().until(() -> own.waiting() == 1);
            }
        }
    }

    /** The topic is user-service's. */
    private Event anotherServicesEvent() {
        return new SessionsRevoked(key, null, Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void anEventIsWrittenWithItsTransactionOrNotAtAll() {
        service.transaction.executeWithoutResult(status -> {
            service.outbox.append(OutboxFixture.deleted(key, 1));
            status.setRollbackOnly();
        });
        assertThat(service.waiting()).isZero();
        assertThatThrownBy(() -> service.outbox.append(OutboxFixture.deleted(key, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void carriesCloudEventsHeaders() {
        service.startRelay();
        UUID id = service.change(key);
        topic.awaitIds(key, 1);

        var headers = topic.withKey(key).findFirst().orElseThrow().headers();
        assertThat(CloudEvents.find(headers, "ce_id")).isEqualTo(id.toString());
        assertThat(CloudEvents.find(headers, "ce_type")).isEqualTo("PostDeleted");
        assertThat(CloudEvents.find(headers, "ce_source")).isEqualTo("/test-service");
        assertThat(CloudEvents.find(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(CloudEvents.find(headers, "ce_subject")).isEqualTo(Long.toString(key));
        assertThat(CloudEvents.find(headers, "ce_time")).endsWith("Z");
    }

    private List<UUID> writeConcurrently() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            Callable<List<UUID>> writer = () -> IntStream.range(0, CHANGES)
                    .mapToObj(i -> service.change(key))
                    .toList();
            var ids = new ArrayList<UUID>();
            for (Future<List<UUID>> done : writers.invokeAll(java.util.Collections.nCopies(WRITERS, writer))) {
                ids.addAll(done.get());
            }
            return ids;
        }
    }

    private List<Long> versions(List<String> ids) {
        assertThat(ids).doesNotHaveDuplicates();
        return versions(topic);
    }

    /** The versions of the key in the order in which they were first seen. */
    private List<Long> versions(TopicReader reader) {
        return reader.withKey(key)
                .map(found -> new String(found.value(), StandardCharsets.UTF_8))
                .map(json -> Long.valueOf(json.replaceAll(".*\"version\":(\\d+).*", "$1")))
                .distinct()
                .toList();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private UUID insert(String topicName, String payload) {
        UUID id = UUID.randomUUID();
        service.jdbc
                .sql("INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)"
                        + " VALUES (:id, :topic, :key, 'PostDeleted', :payload, '{}', now())")
                .param("id", id)
                .param("topic", topicName)
                .param("key", Long.toString(key))
                .param("payload", payload)
                .update();
        return id;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
