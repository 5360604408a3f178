package io.microblog.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.microblog.event.Event;
import io.microblog.event.EventJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transactional outbox: an event is written in the transaction that changes the state, or not at all.
 *
 * <p>Whoever changes an aggregate locks it first. The lock is thus taken before the row gets its sequence number, so
 * events of one aggregate are numbered in the order of their commits.
 */
public class Outbox {

    /** Kafka's default limit is 1 MB a batch; this leaves room for headers and framing. */
    static final int MAX_PAYLOAD_BYTES = 512 * 1024;

    private static final JsonMapper HEADERS = JsonMapper.shared();
    private static final String INSERT = """
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
            VALUES (:id, :topic, :key, :type, :payload, :headers::jsonb, :createdAt)
            """;
    private static final String INSERT_ALL = """
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
            SELECT n.id, n.topic, n.key, n.type, n.payload, :headers::jsonb, :createdAt
            FROM unnest(:ids::uuid[], :topics::text[], :keys::text[], :types::text[], :payloads::text[])
                WITH ORDINALITY AS n (id, topic, key, type, payload, place)
            ORDER BY n.place
            """;

    private final JdbcClient jdbc;
    private final TraceHeaders traceHeaders;
    private final Runnable wakeRelay;

    Outbox(JdbcClient jdbc, TraceHeaders traceHeaders, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.traceHeaders = traceHeaders;
        this.wakeRelay = wakeRelay;
    }

    /**
     * Appends an event to the running transaction.
     *
     * @return the event's id, which its consumers will see
     * @throws IllegalStateException without a transaction
     * @throws IllegalArgumentException when the event is larger than 512 KiB as JSON
     */
    public UUID append(Event event) {
        UUID id = UUID.randomUUID();
        append(id, event);
        return id;
    }

    /** As {@link #append(Event)}, with an id that the caller has already stored elsewhere. */
    public void append(UUID id, Event event) {
        requireTransaction();
        statement(INSERT)
                .param("id", id)
                .param("topic", event.topic())
                .param("key", event.key())
                .param("type", event.type())
                .param("payload", payload(event))
                .update();
        wakeAfterCommit();
    }

    /** Appends several events in their order, by one statement; as {@link #append(Event)}. */
    public void appendAll(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        requireTransaction();
        statement(INSERT_ALL)
                .param("ids", column(events, event -> UUID.randomUUID().toString()))
                .param("topics", column(events, Event::topic))
                .param("keys", column(events, Event::key))
                .param("types", column(events, Event::type))
                .param("payloads", column(events, Outbox::payload))
                .update();
        wakeAfterCommit();
    }

    private static void requireTransaction() {
        Assert.state(TransactionSynchronizationManager.isActualTransactionActive(), "No transaction to append to");
    }

    private static String payload(Event event) {
        byte[] payload = EventJson.write(event);
        Assert.isTrue(payload.length <= MAX_PAYLOAD_BYTES, () -> event.type() + " is too large: " + payload.length);
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static String[] column(List<? extends Event> events, Function<Event, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql)
                .param("headers", HEADERS.writeValueAsString(traceHeaders.current()))
                .param("createdAt", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC));
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
