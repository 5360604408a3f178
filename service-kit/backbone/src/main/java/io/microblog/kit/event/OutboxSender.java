package io.microblog.kit.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends outbox rows in order through one idempotent producer.
 *
 * <p>After the first failure the producer is thrown away with all that is still in flight: otherwise a later row could
 * arrive before an earlier one of the same key is sent again.
 */
final class OutboxSender implements AutoCloseable {

    private final Map<String, Object> settings;
    private final String source;
    private @Nullable Producer<String, byte[]> producer;

    /**
     * @param settings where and how to reach Kafka
     * @param source the CloudEvents source of all events of this service
     */
    OutboxSender(Map<String, Object> settings, String source) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        this.settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        this.settings.put(ProducerConfig.ACKS_CONFIG, "all");
        this.settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        this.settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        this.settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        this.source = source;
    }

    /**
     * What became of a batch.
     *
     * @param delivered rows that Kafka acknowledged and that may be deleted
     * @param unsendable rows that Kafka will never take, with the cause
     * @param failure why the rest must be sent again, null when nothing is left
     * @param refused topics that Kafka does not have or that are closed to this service, which is no fault of the others
     */
    record Result(
            List<OutboxRow> delivered,
            Map<OutboxRow, Exception> unsendable,
            @Nullable Exception failure,
            Set<String> refused) {}

    Result send(List<OutboxRow> rows) throws InterruptedException {
        var delivered = new ArrayList<OutboxRow>();
        var unsendable = new HashMap<OutboxRow, Exception>();
        var refused = new HashSet<String>();
        Exception failure = null;
        List<Future<RecordMetadata>> sent = rows.stream().map(this::send).toList();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            Exception cause = failureOf(sent.get(i));
            if (cause != null && isOfTopic(cause)) {
                refused.add(row.topic());
                failure = cause;
            } else if (cause != null && !isPermanent(cause)) {
                failure = failure == null ? cause : failure;
            } else if (failure == null && cause != null) {
                unsendable.put(row, cause);
            } else if (failure == null) {
                delivered.add(row);
            }
            if (failure != null) {
                discardProducer();
            }
        }
        return new Result(delivered, unsendable, failure, refused);
    }

    private static @Nullable Exception failureOf(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Future<RecordMetadata> send(OutboxRow row) {
        Producer<String, byte[]> open = producer();
        try {
            return open.send(row.toRecord(source), (metadata, failure) -> {
                if (failure != null && !isPermanent(failure)) {
                    open.close(Duration.ZERO);
                }
            });
        } catch (IllegalStateException closedByAnEarlierFailure) {
            return CompletableFuture.failedFuture(closedByAnEarlierFailure);
        }
    }

    /** A topic that is not there is told of by a time-out, as an outage is, but with this cause. */
    private static boolean isOfTopic(Exception cause) {
        return cause instanceof TopicAuthorizationException
                || cause instanceof UnknownTopicOrPartitionException
                || cause.getCause() instanceof UnknownTopicOrPartitionException;
    }

    private static boolean isPermanent(Exception cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidTopicException;
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    private void discardProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        discardProducer();
    }
}
