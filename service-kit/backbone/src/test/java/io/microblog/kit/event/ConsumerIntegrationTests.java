package io.microblog.kit.event;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.microblog.event.EventJson;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.kit.event.ConsumerApplication.BatchListener;
import io.microblog.kit.event.ConsumerApplication.PostListener;
import io.microblog.kit.problem.Unavailable;
import io.microblog.local.deadletter.DeadLetter;
import io.microblog.local.deadletter.DeadLetters;
import io.microblog.testing.Engines;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What every consumer has, on real PostgreSQL and Kafka: poison moves aside, outages are waited for, repeats change nothing. */
@SpringBootTest(
        classes = ConsumerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=consumer-test",
            "spring.flyway.locations=classpath:db/kit,classpath:db/consumer-test"
        })
@Import(Engines.class)
class ConsumerIntegrationTests {

    private static final Duration MOVES_ON_WITHIN = Duration.ofSeconds(10);

    @Autowired
    private PostListener listener;

    @Autowired
    private BatchListener batches;

    @Autowired
    private KafkaListenerEndpointRegistry containers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KafkaConnectionDetails kafka;

    @Autowired
    private ConsumerFactory<?, ?> consumers;

    private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);

    @BeforeEach
    void forget() {
        listener.seen().clear();
        listener.failAsIfADependencyWereDown(0);
        listener.mend(false);
        listener.tries().set(0);
    }

    @Test
    void aPollOfSlowRecordsEndsBeforeTheNextIsDue() {
        Duration slow = Duration.ofSeconds(5);
        var settings = new ConsumerConfig(consumers.getConfigurationProperties());

        assertThat(slow.multipliedBy(settings.getInt(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)))
                .isLessThan(Duration.ofMillis(settings.getInt(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG)));
    }

    @Test
    void unreadableJsonIsDeadLetteredAndThePartitionMovesOn() {
        poisonMovesAside(sent -> withValue(sent, "{not json"), "Not a PostDeleted");
    }

    @Test
    void aBodyOfAnotherShapeIsDeadLettered() {
        poisonMovesAside(sent -> withValue(sent, "{\"postId\":\"x\"}"), "Not a PostDeleted");
    }

    @Test
    void anUnknownTypeIsDeadLettered() {
        poisonMovesAside(sent -> withHeader(sent, "ce_type", "PostExploded"), "Unknown event type");
    }

    @Test
    void aForgedTypeHeaderLoadsNoClass() {
        poisonMovesAside(sent -> withHeader(sent, "ce_type", "java.lang.ProcessBuilder"), "Unknown event type");
    }

    @Test
    void aRecordWithoutHeadersIsDeadLettered() {
        poisonMovesAside(sent -> new ProducerRecord<>(sent.topic(), sent.key(), sent.value()), "is missing");
    }

    @Test
    void aRecordThatAlwaysFailsIsDeadLetteredWithItsCause() {
        poisonMovesAside(sent -> sent, "A bug", deleted(id, 1, -1));
    }

    @Test
    void aDeadLetterIsConsumedOnceItsCauseIsGoneAndItIsReplayed() {
        send(event(deleted(id, 7, -1)));
        DeadLetter waiting = awaitDeadLetters(1).getFirst();
        assertThat(waiting.topic()).isEqualTo(PostEvent.TOPIC);
        assertThat(waiting.type()).isEqualTo("PostDeleted");
        assertThat(waiting.key()).isEqualTo(Long.toString(id));
        assertThat(waiting.cause()).contains("IllegalArgumentException", "A bug");

        replay();
        List<DeadLetter> failedAgain = awaitDeadLetters(2);
        assertThat(failedAgain).extracting(DeadLetter::replayed).containsExactly(true, false);
        assertThat(failedAgain).extracting(DeadLetter::topic).containsOnly(PostEvent.TOPIC);

        listener.mend(true);
        replay();
        await().atMost(MOVES_ON_WITHIN).until(() -> !listener.seen().isEmpty());
        assertThat(listener.seen()).extracting(PostEvent::version).containsExactly(7L);
        assertThat(awaitDeadLetters(2)).allMatch(DeadLetter::replayed);
    }

    @Test
    void anOutageIsWaitedForHoweverLong() {
        listener.failAsIfADependencyWereDown(6);
        send(event(deleted(id, 1, 1)));

        await().atMost(Duration.ofMinutes(1)).until(() -> !listener.seen().isEmpty());

        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aRecordWhoseStatementsTakeTooLongIsDeadLetteredAfterSomeTries() {
        poisonMovesAside(sent -> sent, "canceling statement", deleted(id, 1, ConsumerApplication.SLOW));

        assertThat(listener.tries()).hasValue(ConsumerErrors.RETRIES_OF_TIMEOUTS + 1);
    }

    static Stream<Arguments> failuresOfDatabases() {
        var unread = new PSQLException("I/O error", PSQLState.CONNECTION_FAILURE, new SocketTimeoutException());
        var notConnected = new PSQLException(
                "No connection", PSQLState.CONNECTION_UNABLE_TO_CONNECT, new SocketTimeoutException());
        var noneFree = new SQLTransientConnectionException("None is free", unread);
        return Stream.of(
                arguments(new DataAccessResourceFailureException("", unread), true),
                arguments(new QueryTimeoutException(""), true),
                arguments(new TransactionTimedOutException(""), true),
                arguments(new DataAccessResourceFailureException("", notConnected), false),
                arguments(new CannotCreateTransactionException("", noneFree), false),
                arguments(new Unavailable("A service is down", new SocketTimeoutException()), false));
    }

    @ParameterizedTest
    @MethodSource("failuresOfDatabases")
    void tellsStatementsThatTakeTooLongFromOutages(Exception failure, boolean timeout) {
        assertThat(ConsumerErrors.isTimeout(failure)).isEqualTo(timeout);
        assertThat(ConsumerErrors.isOutage(failure)).isNotEqualTo(failure instanceof TransactionTimedOutException);
    }

    @Test
    void redeliveredAndOlderEventsChangeNothing() {
        var newest = event(deleted(id, 3, 1));
        send(newest);
        send(newest);
        send(event(deleted(id, 2, 1)));
        await().until(() -> listener.seen().size() == 3);

        assertThat(jdbc.sql("SELECT version FROM seen_version WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .list())
                .containsExactly(3L);
        assertThat(jdbc.sql("SELECT count(*) FROM seen_effect")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(Upsert.versioned("seen_version", "id").apply(jdbc, Map.of("id", id, "version", 3L)))
                .isFalse();
        assertThat(Upsert.versioned("seen_version", "id").apply(jdbc, Map.of("id", id, "version", 4L)))
                .isTrue();
    }

    @Test
    void whatIsPolledTogetherIsHandledTogether() {
        sendAsOnePoll(Stream.of(1L, 2L, 3L).map(version -> event(deleted(id, version, 1))));

        await().atMost(MOVES_ON_WITHIN)
                .until(() -> batches.handled().stream()
                        .anyMatch(events -> versions(events).equals(List.of(1L, 2L, 3L))));
    }

    @Test
    void poisonAmongWhatIsPolledTogetherMovesAsideAlone() {
        sendAsOnePoll(Stream.of(
                event(deleted(id, 1, 1)),
                event(deleted(id, 2, -1)),
                event(deleted(id, 3, 1)),
                withValue(event(deleted(id, 4, 1)), "{not json"),
                event(deleted(id, 5, 1))));

        await().atMost(MOVES_ON_WITHIN)
                .until(
                        () -> batches.handled().stream()
                                .flatMap(events -> versions(events).stream())
                                .toList(),
                        List.of(1L, 3L, 5L)::equals);
        assertThat(awaitDeadLetters(ConsumerApplication.BATCH_GROUP, 2))
                .extracting(DeadLetter::cause)
                .satisfiesExactlyInAnyOrder(
                        cause -> assertThat(cause).contains("A bug"),
                        cause -> assertThat(cause).contains("StreamReadException"));
    }

    private List<Long> versions(List<PostEvent> events) {
        return events.stream()
                .filter(event -> event.postId() == id)
                .map(PostEvent::version)
                .toList();
    }

    private void sendAsOnePoll(Stream<ProducerRecord<String, byte[]>> events) {
        MessageListenerContainer container =
                Objects.requireNonNull(containers.getListenerContainer(ConsumerApplication.BATCH_GROUP));
        container.stop();
        batches.handled().clear();
        events.forEach(this::send);
        container.start();
    }

    private void poisonMovesAside(UnaryOperator<ProducerRecord<String, byte[]>> poison, String cause) {
        poisonMovesAside(poison, cause, deleted(id, 1, 1));
    }

    private void poisonMovesAside(
            UnaryOperator<ProducerRecord<String, byte[]>> poison, String cause, PostDeleted event) {
        send(poison.apply(event(event)));
        send(event(deleted(id, 2, 1)));

        await().atMost(MOVES_ON_WITHIN).until(() -> !listener.seen().isEmpty());

        assertThat(listener.seen()).extracting(PostEvent::version).containsExactly(2L);
        List<ConsumerRecord<String, byte[]>> dead =
                await().atMost(MOVES_ON_WITHIN).until(this::deadLetters, found -> found.size() == 1);
        assertThat(headersOf(dead.getFirst())).contains(cause);
    }

    private static String headersOf(ConsumerRecord<String, byte[]> dead) {
        var text = new StringBuilder();
        dead.headers()
                .forEach(header -> text.append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8))
                        .append('\n'));
        return text.toString();
    }

    private static PostDeleted deleted(long id, long version, long author) {
        return new PostDeleted(id, version, author, Instant.parse("2026-11-22T10:00:00Z"));
    }

    private static ProducerRecord<String, byte[]> event(PostEvent event) {
        var sent = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
        CloudEvents.add(sent.headers(), "ce_id", UUID.randomUUID().toString());
        CloudEvents.add(sent.headers(), "ce_type", event.type());
        CloudEvents.add(sent.headers(), "ce_source", "/test");
        CloudEvents.add(sent.headers(), "ce_time", Instant.now().toString());
        return sent;
    }

    private static ProducerRecord<String, byte[]> withValue(ProducerRecord<String, byte[]> sent, String value) {
        return new ProducerRecord<>(
                sent.topic(), null, sent.key(), value.getBytes(StandardCharsets.UTF_8), sent.headers());
    }

    private static ProducerRecord<String, byte[]> withHeader(
            ProducerRecord<String, byte[]> sent, String name, String value) {
        sent.headers().remove(name);
        CloudEvents.add(sent.headers(), name, value);
        return sent;
    }

    private void send(ProducerRecord<String, byte[]> sent) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(sent).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This test's own, as an operator sees them. */
    private List<DeadLetter> awaitDeadLetters(int count) {
        return awaitDeadLetters(ConsumerApplication.GROUP, count);
    }

    private List<DeadLetter> awaitDeadLetters(String group, int count) {
        try (DeadLetters letters = new DeadLetters(servers(), Map.of())) {
            return await().atMost(MOVES_ON_WITHIN)
                    .until(() -> letters.of(group).stream().filter(this::isOwn).toList(), own -> own.size() == count);
        }
    }

    private void replay() {
        try (DeadLetters letters = new DeadLetters(servers(), Map.of())) {
            assertThat(letters.replay(ConsumerApplication.GROUP, this::isOwn, _ -> {}))
                    .isEqualTo(1);
        }
    }

    private boolean isOwn(DeadLetter letter) {
        return letter.key().equals(Long.toString(id));
    }

    private String servers() {
        return String.join(",", kafka.getBootstrapServers());
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        try (TopicReader reader =
                new TopicReader(servers(), ConsumerErrors.deadLetterTopic(ConsumerApplication.GROUP))) {
            return reader.withKey(id).toList();
        }
    }
}
