package io.microblog.kit.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.microblog.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The events of one poll, for consumers that handle them together: in one transaction, by one statement for all. When that
 * fails they are handled one by one, so that one that cannot be handled holds up none of the others and is dead-lettered
 * alone, as that of any consumer is.
 */
public final class PolledEvents {

    /**
     * With {@link #GATHERED_FOR} among its properties, a consumer whose work nobody waits for leaves events to gather, so that
     * more of them share a transaction.
     */
    public static final String GATHERED = "fetch.min.bytes=1048576";

    /** How long the first of them waits. */
    public static final String GATHERED_FOR = "fetch.max.wait.ms=${microblog.events.gathered-for}";

    private static final Logger LOG = LoggerFactory.getLogger(PolledEvents.class);

    private static final LogAccessor HEADERS = new LogAccessor(PolledEvents.class);

    private PolledEvents() {}

    /**
     * Handles what has been polled.
     *
     * @param together handles all of some events or none; what it is given may have been handled before
     * @param alone handles one
     * @throws BatchListenerFailedException names the first record that could not be handled or read; all before it were
     */
    public static <E extends Event> void handle(
            List<ConsumerRecord<String, Envelope<E>>> records,
            Consumer<List<Envelope<E>>> together,
            Consumer<Envelope<E>> alone) {
        var readable = new ArrayList<ConsumerRecord<String, Envelope<E>>>();
        BatchListenerFailedException unreadable = null;
        for (int i = 0; i < records.size() && unreadable == null; i++) {
            ConsumerRecord<String, Envelope<E>> record = records.get(i);
            DeserializationException cause = failure(record);
            if (cause != null) {
                unreadable = new BatchListenerFailedException("It cannot be read", cause, i);
            } else {
                readable.add(record);
            }
        }
        handleReadable(readable, together, alone);
        if (unreadable != null) {
            throw unreadable;
        }
    }

    /** As {@link #handle}; what is handled together is in one transaction, and what is handled alone in one of its own. */
    public static <E extends Event> void handleInTransaction(
            List<ConsumerRecord<String, Envelope<E>>> records,
            TransactionOperations transactions,
            Consumer<List<Envelope<E>>> handler) {
        Consumer<List<Envelope<E>>> handled = events -> transactions.executeWithoutResult(_ -> handler.accept(events));
        handle(records, handled, event -> handled.accept(List.of(event)));
    }

    private static <E extends Event> void handleReadable(
            List<ConsumerRecord<String, Envelope<E>>> records,
            Consumer<List<Envelope<E>>> together,
            Consumer<Envelope<E>> alone) {
        List<Envelope<E>> events = records.stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .toList();
        if (events.isEmpty()) {
            return;
        }
        if (events.size() > 1) {
            try {
                together.accept(events);
                return;
            } catch (RuntimeException failure) {
                LOG.debug("{} events are handled one by one", events.size(), failure);
            }
        }
        for (int i = 0; i < records.size(); i++) {
            Envelope<E> event = records.get(i).value();
            try {
                if (event != null) {
                    alone.accept(event);
                }
            } catch (RuntimeException failure) {
                throw new BatchListenerFailedException("It cannot be handled", failure, i);
            }
        }
    }

    private static @Nullable DeserializationException failure(ConsumerRecord<?, ?> record) {
        return record.value() == null
                ? SerializationUtils.getExceptionFromHeader(
                        record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, HEADERS)
                : null;
    }
}
