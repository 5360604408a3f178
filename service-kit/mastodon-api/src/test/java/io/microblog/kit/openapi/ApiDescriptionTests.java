package io.microblog.kit.openapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.IdList;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiDescriptionTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    enum Mood {
        @JsonProperty("good")
        GOOD,
        @JsonProperty("bad")
        BAD
    }

    @SchemaName("Post")
    record PostResponse(
            String id,
            @Nullable String inReplyToId,
            @Opaque String clientId,
            Instant createdAt,
            @Nullable LocalDate lastStatusAt,
            @Nullable Mood mood,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text,

            @Nullable PostResponse boosted,
            List<Object> emojis,
            @Nullable Object card,
            Map<String, List<Integer>> votes,
            @SchemaName("Account") JsonNode account,
            @JsonUnwrapped Numbers numbers,
            @JsonUnwrapped @Nullable Yours yours) {

        record Field(String name) {}
    }

    record Numbers(long repliesCount) {}

    record Yours(boolean favourited) {}

    record Wish(@Nullable List<String> words, @Nullable Long accountId) {}

    record Draft(
            String text,
            @Nullable Long inReplyToId,
            @Nullable Long duration,
            @Nullable List<Long> mediaIds,
            @Nullable MultipartFile image) {}

    @RequestMapping("/api/v1/posts")
    interface Posts {

        @GetMapping("/{id:[0-9]+}")
        @OpenToAll
        PostResponse one(@PathVariable long id, Caller caller);

        @GetMapping
        @RequiresScope("read:statuses")
        ResponseEntity<List<PostResponse>> list(
                @PageDefaults(limit = 5, max = 10) Page page,
                @IdList("id") List<Long> ids,
                @RequestParam(name = "only_media", defaultValue = "false") boolean onlyMedia);

        @PostMapping
        @RequiresScope("write:statuses")
        @Answers(
                status = {200, 202},
                refusal = PostResponse.Field.class)
        PostResponse.Field write(@Body Draft draft);

        @GetMapping("/search")
        @OpenToAll({"read:search", "read:statuses"})
        List<PostResponse> search(@Body Wish wish);

        @GetMapping("/either")
        @OpenToAll
        @Answers(body = {PostResponse.class, Numbers.class})
        Object either();

        @GetMapping("/internal")
        @InternalOnly("gateway")
        String internal();
    }

    interface Twins {

        @SchemaName("Draft")
        record Sketch(String other) {}

        @PostMapping("/twins")
        @OpenToAll
        void write(@Body Sketch sketch);
    }

    record Marked(@JsonAnyGetter @SchemaName("Status") Map<String, JsonNode> status, List<String> marks) {}

    interface Additions {

        @GetMapping("/marked")
        @OpenToAll
        List<Marked> marked();
    }

    private static final JsonNode DOCUMENT = ApiDescription.of(JSON, List.of(new DescribedEndpoints(Posts.class)));

    @Test
    void leavesOutWhatIsInternal() {
        assertThat(DOCUMENT.get("paths").propertyNames())
                .containsExactly("/api/v1/posts", "/api/v1/posts/either", "/api/v1/posts/search", "/api/v1/posts/{id}");
    }

    @Test
    void saysWhatIsAddedToJsonThatIsPassedOn() {
        JsonNode marked = ApiDescription.of(JSON, List.of(new DescribedEndpoints(Additions.class)))
                .at("/components/schemas/Marked");

        assertThat(marked).isEqualTo(JSON.readTree("""
                        {"allOf": [{"$ref": "#/components/schemas/Status"},
                                   {"type": "object",
                                    "properties": {"marks": {"type": "array", "items": {"type": "string"}}},
                                    "required": ["marks"]}]}"""));
    }

    @Test
    void saysWhoMayCall() {
        assertThat(operation("get", "/api/v1/posts").get("security").toString())
                .isEqualTo("[{\"token\":[\"read:statuses\"]}]");
        assertThat(operation("get", "/api/v1/posts/{id}").get("security").toString())
                .isEqualTo("[{},{\"token\":[]}]");
        assertThat(operation("get", "/api/v1/posts/search").get("security").toString())
                .isEqualTo("[{},{\"token\":[\"read:search\"]},{\"token\":[\"read:statuses\"]}]");
    }

    @Test
    void listsParameters() {
        JsonNode parameters = operation("get", "/api/v1/posts").get("parameters");

        assertThat(parameters.findValuesAsString("name"))
                .containsExactly("max_id", "since_id", "min_id", "limit", "id[]", "only_media");
        assertThat(parameters.get(3).get("schema").toString())
                .isEqualTo("{\"type\":\"integer\",\"default\":5,\"maximum\":10}");
        assertThat(parameters.get(5).toString())
                .contains("\"required\":false", "{\"type\":\"boolean\",\"default\":false}");
        assertThat(operation("get", "/api/v1/posts/{id}").get("parameters").toString())
                .isEqualTo(
                        "[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\",\"pattern\":\"^-?[0-9]+$\"}}]");
    }

    @Test
    void listsWhatIsBoundToOneRecord() {
        JsonNode operation = operation("get", "/api/v1/posts/search");

        assertThat(operation.get("parameters").findValuesAsString("name")).containsExactly("words[]", "account_id");
        assertThat(operation.has("requestBody")).isFalse();
    }

    @Test
    void takesBodiesInThreeEncodings() {
        JsonNode content = operation("post", "/api/v1/posts").at("/requestBody/content");

        assertThat(content.propertyNames())
                .containsExactly("application/json", "application/x-www-form-urlencoded", "multipart/form-data");
        JsonNode draft = schema("Draft");
        assertThat(draft.get("required").toString()).isEqualTo("[\"text\"]");
        assertThat(draft.at("/properties/image/format").asString()).isEqualTo("binary");
        assertThat(draft.at("/properties/duration/type/0").asString()).isEqualTo("integer");
        assertThat(draft.at("/properties/in_reply_to_id/type/0").asString()).isEqualTo("string");
        assertThat(draft.at("/properties/media_ids/items/type").asString()).isEqualTo("string");
    }

    @Test
    void describesEachKindOfAnswer() {
        assertThat(operation("get", "/api/v1/posts/either")
                        .at("/responses/200/content")
                        .get("application/json")
                        .get("schema")
                        .toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Post\"},"
                        + "{\"$ref\":\"#/components/schemas/Numbers\"}]}");
    }

    @Test
    void describesAnswersAndRefusals() {
        JsonNode responses = operation("post", "/api/v1/posts").get("responses");

        assertThat(responses.propertyNames()).containsExactly("200", "202", "4XX", "5XX");
        assertThat(responses.get("4XX").findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/PostField", "#/components/schemas/Problem");
        assertThat(schema("Problem").get("required").toString())
                .contains("error")
                .doesNotContain("details");
        assertThat(operation("get", "/api/v1/posts")
                        .at("/responses/200/headers")
                        .has("Link"))
                .isTrue();
    }

    @Test
    void requiresEveryKeyThatIsAlwaysThere() {
        assertThat(schema("Post").get("required").valueStream().map(JsonNode::asString))
                .contains("id", "in_reply_to_id", "card", "boosted", "replies_count")
                .doesNotContain("text", "favourited");
        assertThat(schema("Post").get("properties").has("favourited")).isTrue();
    }

    @Test
    void describesJsonAsTheMapperWritesIt() {
        assertProperty("id", "{'type':'string','pattern':'^-?[0-9]+$'}");
        assertProperty("in_reply_to_id", "{'pattern':'^-?[0-9]+$','type':['string','null']}");
        assertProperty("client_id", "{'type':'string'}");
        assertProperty("last_status_at", "{'type':['string','null'],'format':'date'}");
        assertProperty("mood", "{'type':['string','null'],'enum':['good','bad',null]}");
        assertProperty("text", "{'type':'string'}");
        assertProperty("boosted", "{'anyOf':[{'$ref':'#/components/schemas/Post'},{'type':'null'}]}");
        assertProperty("emojis", "{'type':'array','maxItems':0}");
        assertProperty("card", "{'type':'null'}");
        assertProperty("votes", "{'type':'object','additionalProperties':{'type':'array','items':{'type':'integer'}}}");
        assertProperty("account", "{'$ref':'#/components/schemas/Account'}");
        assertThat(schema("Post").at("/properties/created_at/pattern").asString())
                .contains("\\.\\d{3}Z");
    }

    @Test
    void refusesTwoTypesOfOneName() {
        assertThatThrownBy(() -> ApiDescription.of(
                        JSON, List.of(new DescribedEndpoints(Posts.class), new DescribedEndpoints(Twins.class))))
                .hasMessageContaining("both described as Draft");
    }

    private static void assertProperty(String name, String expected) {
        assertThat(schema("Post").get("properties").get(name)).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.at("/components/schemas/" + name);
    }

    private static JsonNode operation(String method, String path) {
        return DOCUMENT.get("paths").get(path).get(method);
    }
}
