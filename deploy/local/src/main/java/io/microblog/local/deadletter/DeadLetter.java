package io.microblog.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that a consumer group gave up on. All text comes from the record, which may be anybody's garbage: it is cut
 * short and holds nothing that a terminal would obey.
 *
 * @param group the consumer group
 * @param partition of the group's dead-letter topic
 * @param offset in that partition
 * @param time when the group gave up
 * @param type the event type that the record claims; empty when it claims none
 * @param topic where it came from
 * @param key of the record, which is the aggregate's id
 * @param cause the exception of the last attempt, and what it said
 * @param replayed whether it has been handed back already
 */
public record DeadLetter(
        String group,
        int partition,
        long offset,
        Instant time,
        String type,
        String topic,
        String key,
        String cause,
        boolean replayed) {

    private static final int LONGEST_TEXT = 120;

    /** Its place, as the command line takes it. */
    public String position() {
        return position(partition, offset);
    }

    static String position(int partition, long offset) {
        return partition + ":" + offset;
    }

    /** Reads the headers that the services' dead-letter publisher writes. */
    static DeadLetter of(String group, ConsumerRecord<byte[], byte[]> dead, boolean replayed) {
        return new DeadLetter(
                group,
                dead.partition(),
                dead.offset(),
                Instant.ofEpochMilli(dead.timestamp()),
                header(dead, "ce_type"),
                header(dead, "kafka_dlt-original-topic"),
                dead.key() == null ? "" : printable(dead.key()),
                header(dead, "microblog_dlt_cause"),
                replayed);
    }

    private static String header(ConsumerRecord<byte[], byte[]> dead, String name) {
        Header header = dead.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : printable(header.value());
    }

    private static String printable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
