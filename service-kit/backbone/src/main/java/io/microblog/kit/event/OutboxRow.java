package io.microblog.kit.event;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One row of the outbox, and the Kafka record it becomes. */
record OutboxRow(
        long seq,
        UUID id,
        String topic,
        String key,
        String type,
        String payload,
        String headers,
        OffsetDateTime createdAt) {

    private static final TypeReference<Map<String, String>> HEADER_MAP = new TypeReference<>() {};

    static OutboxRow read(ResultSet rows) throws SQLException {
        return new OutboxRow(
                rows.getLong("seq"),
                rows.getObject("id", UUID.class),
                rows.getString("aggregatetype"),
                rows.getString("aggregateid"),
                rows.getString("type"),
                rows.getString("payload"),
                rows.getString("headers"),
                rows.getObject("created_at", OffsetDateTime.class));
    }

    ProducerRecord<String, byte[]> toRecord(String source) {
        var kafkaRecord = new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
        var out = kafkaRecord.headers();
        CloudEvents.add(out, CloudEvents.SPEC_VERSION, "1.0");
        CloudEvents.add(out, CloudEvents.ID, id.toString());
        CloudEvents.add(out, CloudEvents.TYPE, type);
        CloudEvents.add(out, CloudEvents.SOURCE, source);
        CloudEvents.add(out, CloudEvents.TIME, createdAt.toInstant().toString());
        CloudEvents.add(out, CloudEvents.SUBJECT, key);
        CloudEvents.add(out, CloudEvents.CONTENT_TYPE, "application/json");
        JsonMapper.shared().readValue(headers, HEADER_MAP).forEach((name, value) -> CloudEvents.add(out, name, value));
        return kafkaRecord;
    }
}
