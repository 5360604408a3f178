package io.microblog.acceptance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds answers against a description sees what is wrong with them. */
class ApiSchemaTests {

    private static final String DOCUMENT = """
            {"paths": {
               "/posts/{id}": {"get": {"responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Post"}}}},
                 "4XX": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
               "/marked/posts": {"get": {"responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Marked"}}}}}}},
               "/posts/new": {"get": {"responses": {"200": {}}}}},
             "components": {"schemas": {
               "Post": {
                 "type": "object",
                 "properties": {
                   "id": {"type": "string", "pattern": "^[0-9]+$"},
                   "at": {"type": ["string", "null"], "format": "date"},
                   "boosted": {"anyOf": [{"$ref": "#/components/schemas/Post"}, {"type": "null"}]}},
                 "required": ["id", "boosted"]},
               "Marked": {"allOf": [
                 {"$ref": "#/components/schemas/Post"},
                 {"type": "object", "properties": {"marks": {"type": "integer"}}}]},
               "Problem": {
                 "type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}}}}
            """;

    private final ApiSchema closed = ApiSchema.closed(DOCUMENT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"1","boosted":null}                           |
            {"id":"1","boosted":{"id":"2","boosted":null}}      |
            {"id":"1"}                                          | boosted
            {"id":"a","boosted":null}                           | /id
            {"id":null,"boosted":null}                          | /id
            {"id":"1","boosted":null,"at":"today"}              | /at
            {"id":"1","boosted":null,"more":1}                  | more
            {"id":"1","boosted":{"id":"2"}}                     | /boosted
            """)
    void seesWhatIsWrong(String body, @Nullable String wrong) {
        List<String> violations = violations(closed, 200, body);

        if (wrong == null) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).isNotEmpty().anyMatch(violation -> violation.contains(wrong));
        }
    }

    @Test
    void allowsMoreWhereOthersDescribe() {
        assertThat(violations(ApiSchema.open(DOCUMENT), 200, "{\"id\":\"1\",\"boosted\":null,\"more\":1}"))
                .isEmpty();
    }

    @Test
    void knowsTheKeysOfWhatIsExtended() {
        assertThat(violations(closed, "/marked/posts", 200, "{\"id\":\"1\",\"boosted\":null,\"marks\":1}"))
                .isEmpty();
        assertThat(violations(closed, "/marked/posts", 200, "{\"id\":\"1\",\"boosted\":null,\"more\":1}"))
                .isNotEmpty();
        assertThat(violations(closed, "/marked/posts", 200, "{\"marks\":1}")).isNotEmpty();
    }

    @Test
    void allowsMoreThanOneFormWhereOthersDescribe() {
        String overlapping =
                DOCUMENT.replace("\"anyOf\": [", "\"oneOf\": [{\"type\": \"object\", \"properties\": {}}, ");

        assertThat(violations(
                        ApiSchema.open(overlapping), 200, "{\"id\":\"1\",\"boosted\":{\"id\":\"2\",\"boosted\":null}}"))
                .isEmpty();
        assertThat(violations(ApiSchema.open(overlapping), 200, "{\"id\":\"1\",\"boosted\":7}"))
                .isNotEmpty();
    }

    @Test
    void knowsClassesOfStatuses() {
        assertThat(violations(closed, 404, "{\"error\":\"No\"}")).isEmpty();
        assertThat(violations(closed, 404, "{}")).isNotEmpty();
        assertThat(operation().response(302)).isEmpty();
    }

    @Test
    void seesTheWrongMediaType() {
        var text = new Exchange("GET", "/posts/1", 200, "text/plain", "x");

        assertThat(closed.violations(operation().response(200).orElseThrow(), text))
                .containsExactly("has the media type text/plain");
    }

    @Test
    void prefersThePathWithFewerVariables() {
        var exchange = new Exchange("GET", "/posts/new", 200, "application/json", "{}");

        assertThat(closed.operation(exchange).orElseThrow().template()).isEqualTo("/posts/new");
        assertThat(closed.operation(new Exchange("PUT", "/posts/new", 200, "", "")))
                .isEmpty();
    }

    private ApiSchema.Operation operation() {
        return closed.operation(new Exchange("GET", "/posts/1", 200, "", "")).orElseThrow();
    }

    private static List<String> violations(ApiSchema schema, int status, String body) {
        return violations(schema, "/posts/1", status, body);
    }

    private static List<String> violations(ApiSchema schema, String path, int status, String body) {
        var exchange = new Exchange("GET", path, status, "application/json", body);
        ApiSchema.Operation operation = schema.operation(exchange).orElseThrow();
        return schema.violations(operation.response(status).orElseThrow(), exchange);
    }
}
