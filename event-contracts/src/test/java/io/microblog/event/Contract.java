package io.microblog.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What was promised about one type: the record, its schema and the frozen samples, which must agree.
 *
 * <p>The samples stand for the events that lie in Kafka and for the consumers that read them. So a removed field is one
 * that a sample has and the record loses; a changed type or a new required field is one by which a sample is invalid.
 *
 * @param type the record
 * @param schema its JSON Schema
 * @param samples events by file name, as written at the time
 */
record Contract(Class<?> type, String schema, Map<String, String> samples) {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    /** Every broken promise, in words; empty when all are kept. */
    List<String> violations() {
        var violations = new ArrayList<String>();
        Schema dialect = SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        violations.addAll(messages("the schema is none", dialect.validate(schema, InputFormat.JSON)));
        violations.addAll(new SchemaShape(tree(schema)).differences(type));
        samples.forEach((name, sample) -> violations.addAll(check(name, sample)));
        violations.addAll(new Coverage(tree(schema))
                .gaps(samples.values().stream().map(Contract::tree).toList()));
        return violations;
    }

    private List<String> check(String name, String sample) {
        var violations = new ArrayList<String>();
        Schema validator = SCHEMAS.getSchema(schema, InputFormat.JSON);
        violations.addAll(messages(name + " does not validate", validator.validate(sample, InputFormat.JSON)));
        try {
            Object event = EventJson.mapper().readValue(sample.getBytes(StandardCharsets.UTF_8), type);
            lost(
                    tree(sample),
                    tree(EventJson.mapper().writeValueAsString(event)),
                    name + " after a round trip: ",
                    violations);
        } catch (JacksonException e) {
            violations.add(name + " cannot be read: " + e.getOriginalMessage());
        }
        return violations;
    }

    /** What {@code sample} says and {@code written} does not. A field that the sample does not know yet must be null. */
    private static void lost(JsonNode sample, JsonNode written, String path, List<String> violations) {
        if (sample.isObject() && written.isObject()) {
            sample.properties()
                    .forEach(field -> lost(
                            field.getValue(), written.path(field.getKey()), path + "/" + field.getKey(), violations));
            written.properties().stream()
                    .filter(field ->
                            !sample.has(field.getKey()) && !field.getValue().isNull())
                    .forEach(field -> violations.add(path + "/" + field.getKey() + " came from nowhere"));
        } else if (sample.isArray() && written.isArray() && sample.size() == written.size()) {
            for (int i = 0; i < sample.size(); i++) {
                lost(sample.get(i), written.get(i), path + "/" + i, violations);
            }
        } else if (!sample.equals(written)) {
            violations.add(path + " was " + sample + ", is " + (written.isMissingNode() ? "gone" : written));
        }
    }

    private static JsonNode tree(String json) {
        return EventJson.mapper().readTree(json);
    }

    private static List<String> messages(String prefix, List<Error> errors) {
        return errors.stream().map(error -> prefix + ": " + error).toList();
    }
}
