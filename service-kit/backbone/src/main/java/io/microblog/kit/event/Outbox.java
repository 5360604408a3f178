package io.microblog.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

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
        Assert.state(TransactionSynchronizationManager.isActualTransactionActive(), "No transaction to append to");
        byte[] payload = EventJson.write(event);
        Assert.isTrue(payload.length <= MAX_PAYLOAD_BYTES, () -> event.type() + " is too large: " + payload.length);
        insert(id, event, payload);
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
    }

    private void insert(UUID id, Event event, byte[] payload) {
        Map<String, String> headers = traceHeaders.current();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("topic", event.topic())
                .param("key", event.key())
                .param("type", event.type())
                .param("payload", new String(payload, StandardCharsets.UTF_8))
                .param("headers", HEADERS.writeValueAsString(headers))
                .param("createdAt", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
                .update();
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
