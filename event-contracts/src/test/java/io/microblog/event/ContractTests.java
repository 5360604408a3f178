package io.microblog.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Plants each breach into the contract of a real event, with record and schema changed in step. */
class ContractTests {

    private static final Contract TRUE = ContractFiles.of(PostEvent.PostDeleted.class);
    private static final String SAMPLE = "post.post.v1/PostDeleted.json";

    @Test
    void isKeptWhenNothingChanged() {
        assertThat(TRUE.violations()).isEmpty();
    }

    @Test
    void noticesARemovedField() {
        record WithoutAuthor(@IdString long postId, long version, Instant deletedAt) {}

        assertThat(new Contract(WithoutAuthor.class, schema(without("authorId")), TRUE.samples()).violations())
                .anyMatch(violation -> violation.contains("/authorId was \"115591346995527681\", is gone"));
    }

    @Test
    void noticesARenamedField() {
        record Renamed(
                @IdString long postId,
                long version,
                @IdString @Nullable Long writerId,
                Instant deletedAt) {}
        String renamed = schema(schema -> {
            with("writerId", "string", "null").accept(schema);
            ((ObjectNode) properties(schema).path("writerId")).put("pattern", "^[0-9]+$");
            without("authorId").accept(schema);
        });

        assertThat(new Contract(Renamed.class, renamed, TRUE.samples()).violations())
                .anyMatch(violation -> violation.contains("/authorId") && violation.contains("gone"))
                .contains("no sample fills /writerId");
    }

    @Test
    void noticesAChangedType() {
        record TextVersion(
                @IdString long postId,
                String version,
                @IdString long authorId,
                Instant deletedAt) {}
        String text = schema(schema -> ((ObjectNode) properties(schema).path("version")).put("type", "string"));

        assertThat(new Contract(TextVersion.class, text, TRUE.samples()).violations())
                .anyMatch(violation ->
                        violation.contains("PostDeleted.json does not validate") && violation.contains("/version"));
    }

    @Test
    void noticesAnIdThatBecameANumber() {
        record NumericId(
                long postId, long version, @IdString long authorId, Instant deletedAt) {}
        String numeric = schema(schema -> ((ObjectNode) properties(schema).path("postId"))
                .put("type", "integer")
                .remove("pattern"));

        assertThat(new Contract(NumericId.class, numeric, TRUE.samples()).violations())
                .anyMatch(violation ->
                        violation.contains("PostDeleted.json does not validate") && violation.contains("/postId"));
    }

    @Test
    void noticesANewRequiredField() {
        record WithReason(
                @IdString long postId,
                long version,
                @IdString long authorId,
                Instant deletedAt,
                String reason) {}
        String required = schema(schema -> {
            with("reason", "string").accept(schema);
            ((ArrayNode) schema.path("required")).add("reason");
        });

        assertThat(new Contract(WithReason.class, required, TRUE.samples()).violations())
                .anyMatch(violation -> violation.contains("does not validate") && violation.contains("reason"));
    }

    @Test
    void noticesANewFieldThatIsSecretlyRequired() {
        record WithReason(
                @IdString long postId,
                long version,
                @IdString long authorId,
                Instant deletedAt,
                String reason) {}
        record WithCount(
                @IdString long postId,
                long version,
                @IdString long authorId,
                Instant deletedAt,
                int count) {}

        assertThat(new Contract(WithReason.class, schema(with("reason", "string")), TRUE.samples()).violations())
                .anyMatch(violation -> violation.contains("required is [authorId, deletedAt, postId, version]"));
        assertThat(new Contract(WithCount.class, schema(with("count", "integer")), TRUE.samples()).violations())
                .anyMatch(violation -> violation.contains("cannot be read") || violation.contains("came from nowhere"));
    }

    @Test
    void noticesAFieldThatMayNoLongerBeNull() {
        record Revoked(@IdString long accountId, @Nullable String sid, Instant revokedAt) {}
        Contract sessions = ContractFiles.of(SecurityEvent.SessionsRevoked.class);
        ObjectNode schema = (ObjectNode) EventJson.mapper().readTree(sessions.schema());
        ((ObjectNode) properties(schema).path("accountId")).put("type", "string");
        ((ArrayNode) schema.path("required")).add("accountId");

        assertThat(new Contract(Revoked.class, schema.toString(), sessions.samples()).violations())
                .anyMatch(violation ->
                        violation.contains("-token.json does not validate") && violation.contains("/accountId"));
    }

    @Test
    void allowsANewNullableFieldWithASampleOfItsOwn() {
        record WithReason(
                @IdString long postId,
                long version,
                @IdString long authorId,
                Instant deletedAt,
                @Nullable Visibility visibility,
                @Nullable List<PostEvent.PostDeleted.Named> mentions,
                @Nullable List<String> hashtags,
                @Nullable String reason) {}
        String optional = schema(with("reason", "string", "null"));
        var samples = new TreeMap<>(TRUE.samples());

        assertThat(new Contract(WithReason.class, optional, samples).violations())
                .containsExactly("no sample fills /reason");

        ObjectNode sample = (ObjectNode) EventJson.mapper().readTree(samples.get(SAMPLE));
        samples.put(
                "post.post.v1/PostDeleted-reason.json",
                sample.put("reason", "spam").toString());

        assertThat(new Contract(WithReason.class, optional, samples).violations())
                .isEmpty();
    }

    @Test
    void noticesASchemaThatSaysSomethingElse() {
        assertThat(violationsOf(without("version"))).anyMatch(violation -> violation.contains("fields is"));
        assertThat(violationsOf(with("reason", "string"))).anyMatch(violation -> violation.contains("fields is"));
        assertThat(violationsOf(schema -> ((ObjectNode) properties(schema).path("version")).put("type", "number")))
                .anyMatch(violation -> violation.contains("/version: type is [number]"));
        assertThat(violationsOf(schema -> ((ObjectNode) properties(schema).path("deletedAt")).remove("format")))
                .anyMatch(violation -> violation.contains("/deletedAt: format"));
        assertThat(violationsOf(schema -> ((ObjectNode) properties(schema).path("postId")).remove("pattern")))
                .anyMatch(violation -> violation.contains("/postId: pattern"));
        assertThat(violationsOf(schema -> schema.put("additionalProperties", false)))
                .anyMatch(violation -> violation.contains("additionalProperties"));
        assertThat(violationsOf(schema -> schema.put("type", "nonsense")))
                .anyMatch(violation -> violation.contains("the schema is none"));
    }

    @Test
    void looksIntoNestedRecords() {
        Contract created = ContractFiles.of(PostEvent.PostCreated.class);
        ObjectNode schema = (ObjectNode) EventJson.mapper().readTree(created.schema());
        ((ObjectNode) schema.at("/$defs/Mention/properties")).remove("username");
        ((ArrayNode) schema.at("/$defs/PostState/properties/visibility/enum")).remove(0);

        assertThat(new Contract(PostEvent.PostCreated.class, schema.toString(), created.samples()).violations())
                .anyMatch(violation -> violation.contains("/post/mentions/*: fields"))
                .anyMatch(violation -> violation.contains("/post/visibility: enum"));
    }

    @Test
    void noticesAMissingSchemaOrSample() {
        assertThat(new Contract(TRUE.type(), "{}", TRUE.samples()).violations()).isNotEmpty();
        assertThat(new Contract(TRUE.type(), TRUE.schema(), Map.of()).violations())
                .contains("no sample fills /postId");
    }

    private static List<String> violationsOf(Consumer<ObjectNode> change) {
        return new Contract(TRUE.type(), schema(change), TRUE.samples()).violations();
    }

    private static String schema(Consumer<ObjectNode> change) {
        ObjectNode schema = (ObjectNode) EventJson.mapper().readTree(TRUE.schema());
        change.accept(schema);
        return schema.toString();
    }

    private static Consumer<ObjectNode> without(String field) {
        return schema -> {
            properties(schema).remove(field);
            ((ArrayNode) schema.path("required"))
                    .removeIf(name -> name.asString().equals(field));
        };
    }

    private static Consumer<ObjectNode> with(String field, String... types) {
        return schema -> {
            ArrayNode type = properties(schema)
                    .putObject(field)
                    .put("description", "New.")
                    .putArray("type");
            List.of(types).forEach(type::add);
        };
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }
}
