package io.microblog.kit.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(
        classes = ConventionsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=conventions")
class BodyIntegrationTests {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String EXPECTED = """
            {"status":"Grüße & more","in_reply_to_id":7,"media_ids":[1,2],"sensitive":true,"visibility":"PRIVATE",
             "poll":{"options":["a","b"],"expires_in":300,"multiple":false},
             "fields_attributes":[{"name":"x","value":"1"},{"name":"y","value":"2"}],
             "scheduled_at":"2026-11-22T11:14:00.000Z","avatar":null}""";

    @LocalServerPort
    private int port;

    private ConventionsClient client;

    @BeforeEach
    void connect() {
        client = ConventionsClient.to(port);
    }

    @Test
    void readsJson() throws Exception {
        assertThat(understood("POST", "/drafts", JSON, """
                {"status":"Grüße & more","in_reply_to_id":"7","media_ids":["1",2],"sensitive":true,"visibility":"private",
                 "poll":{"options":["a","b"],"expires_in":300,"unknown":{}},"scheduled_at":"2026-11-22T12:14:00+01:00",
                 "fields_attributes":{"10":{"name":"y","value":2},"9":{"name":"x","value":"1"}},"constructor":1}""")).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void readsFormsWithBrackets(String method) throws Exception {
        assertThat(understood(
                        method,
                        "/drafts",
                        FORM,
                        "status=Gr%C3%BC%C3%9Fe+%26+more&in_reply_to_id=7&media_ids[]=1&media_ids%5B%5D=2&sensitive=True"
                                + "&visibility=private&poll[options][]=a&poll[options][]=b&poll[expires_in]=300"
                                + "&fields_attributes[0][name]=x&fields_attributes[0][value]=1"
                                + "&fields_attributes[1][name]=y&fields_attributes[1][value]=2"
                                + "&scheduled_at=2026-11-22T11:14:00Z&unknown[][x]=1"))
                .isEqualTo(expected());
    }

    @Test
    void readsMultipartWithAFileOfNoType() throws Exception {
        String form = part("\"status\"", "Grüße & more")
                + part("\"in_reply_to_id\"", "7")
                + part("\"media_ids[]\"", "1")
                + part("\"media_ids[]\"", "2")
                + part("\"sensitive\"", "on")
                + part("\"visibility\"", "PRIVATE")
                + part("\"poll[options][]\"", "a")
                + part("\"poll[options][]\"", "b")
                + part("\"poll[expires_in]\"", "300")
                + part("\"fields_attributes[][name]\"", "x")
                + part("\"fields_attributes[][value]\"", "1")
                + part("\"fields_attributes[][name]\"", "y")
                + part("\"fields_attributes[][value]\"", "2")
                + part("\"scheduled_at\"", "2026-11-22T11:14:00.000Z")
                + part("\"avatar\"; filename=\"me.png\"", "12345")
                + "--x--\r\n";
        JsonNode seen = understood("PATCH", "/drafts", "multipart/form-data; boundary=x", form);

        assertThat(seen.get("avatar").asString()).isEqualTo("me.png 5");
        assertThat(((ObjectNode) seen).putNull("avatar")).isEqualTo(expected());
    }

    @Test
    void takesAFileInputThatWasLeftAloneForNone() throws Exception {
        String form = part("\"avatar\"; filename=\"\"", "") + part("\"status\"", "a") + "--x--\r\n";
        JsonNode seen = understood("POST", "/drafts", "multipart/form-data; boundary=x", form);

        assertThat(seen.get("avatar").isNull()).isTrue();
        assertThat(seen.get("status").asString()).isEqualTo("a");
    }

    @Test
    void countsTheQueryButPrefersTheBody() throws Exception {
        String path = "/drafts?status=query&sensitive=1&media_ids[]=5";
        for (HttpResponse<String> response : List.of(
                client.send("POST", path, FORM, "status=body&media_ids[]=6"),
                client.send("PATCH", path, FORM, "status=body&media_ids[]=6"),
                client.send("POST", path, JSON, "{\"status\":\"body\",\"media_ids\":[6]}"))) {
            JsonNode seen = ConventionsClient.json(response);
            assertThat(seen.get("status").asString()).isEqualTo("body");
            assertThat(seen.get("sensitive").asBoolean()).isTrue();
            assertThat(seen.get("media_ids")).hasSize(1);
            assertThat(seen.get("media_ids").get(0).asInt()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|",
                "application/json|{}",
                "application/json|null",
                "application/x-www-form-urlencoded|",
                "text/plain|",
                "application/x-www-form-urlencoded|sensitive=&in_reply_to_id=&visibility=&poll=&scheduled_at="
            })
    void nothingIsNothing(String type, String body) throws Exception {
        JsonNode seen = understood("POST", "/drafts", type, body == null ? "" : body);

        assertThat(seen).isNotEmpty().allMatch(JsonNode::isNull);
    }

    @Test
    void keepsAnEmptyTextAndAnEmptyList() throws Exception {
        JsonNode seen = understood("POST", "/drafts", FORM, "status=&media_ids[]=");

        assertThat(seen.get("status").asString()).isEmpty();
        assertThat(seen.get("media_ids")).isEmpty();
        assertThat(seen.get("media_ids").isArray()).isTrue();
    }

    @Test
    void takesOneValueForAList() throws Exception {
        assertThat(understood("POST", "/drafts", FORM, "media_ids=1").get("media_ids"))
                .hasSize(1);
        assertThat(understood("POST", "/drafts", FORM, "media_ids=1&media_ids=2")
                        .get("media_ids"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"in_reply_to_id\":\"seven\"}|in_reply_to_id|is not a number",
                "application/json|{\"in_reply_to_id\":99999999999999999999}|in_reply_to_id|is invalid",
                "application/json|{\"sensitive\":\"maybe\"}|sensitive|is neither true nor false",
                "application/json|{\"sensitive\":{}}|sensitive|is neither true nor false",
                "application/json|{\"poll\":{\"expires_in\":[]}}|poll.expires_in|is not a number",
                "application/json|{\"poll\":\"x\"}|poll|is invalid",
                "application/json|{\"status\":{\"a\":1}}|status|is invalid",
                "application/json|{\"status\":\"a\\u0000b\"}|status|contains a character that is not allowed",
                "application/x-www-form-urlencoded|visibility=secret|visibility|is not included in the list",
                "application/x-www-form-urlencoded|media_ids[]=1&media_ids[]=x|media_ids.1|is not a number",
                "application/x-www-form-urlencoded|poll=1&poll[options][]=2|poll[options][]|is given in two shapes",
                "application/x-www-form-urlencoded|avatar=data:image/png|avatar|is invalid"
            })
    void namesTheFieldOfAWrongType(String type, String body, String field, String description) throws Exception {
        HttpResponse<String> response = client.send("POST", "/drafts", type, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        JsonNode problems = ConventionsClient.json(response).get("details").get(field);
        assertThat(problems).as(response.body()).isNotNull();
        assertThat(problems.get(0).get("description").asString()).startsWith(description);
    }

    @Test
    void letsARecordRefuse() throws Exception {
        HttpResponse<String> response = client.send("POST", "/drafts", JSON, "{\"status\":\"twice\"}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("Already posted");
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        assertThat(client.send("POST", "/drafts", JSON, "{\"status\":").statusCode())
                .isEqualTo(400);
        assertThat(client.send("POST", "/drafts", JSON, "{} {}").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", "/drafts", JSON, "[1]").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", "/drafts", "text/csv", "a;b").statusCode())
                .isEqualTo(415);
        assertThat(client.send("POST", "/drafts", "multipart/form-data", "a").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooDeepTooManyOrTooLarge() throws Exception {
        String deepJson = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(client.send("POST", "/drafts", JSON, deepJson).statusCode()).isEqualTo(422);
        assertThat(client.send("POST", "/drafts", FORM, "a" + "[b]".repeat(30) + "=1")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.send("POST", "/drafts", FORM, "a".repeat(201) + "=1").statusCode())
                .isEqualTo(422);
        assertThat(client.send("POST", "/drafts", JSON, "{\"x\":[" + "1,".repeat(5001) + "1]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(client.send("POST", "/drafts", FORM, "a=1&".repeat(1001)).statusCode())
                .isIn(400, 413, 422);
        assertThat(client.send("POST", "/drafts", JSON, "{\"status\":\"" + "a".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    private JsonNode understood(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(method, path, type, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return ConventionsClient.json(response);
    }

    private static JsonNode expected() {
        return JsonMapper.shared().readTree(EXPECTED);
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + value + "\r\n";
    }
}
