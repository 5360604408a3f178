package io.microblog.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input is refused with the field named, at every endpoint so far, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

    private final Person alice = Person.signUp("alice");
    private final Person bob = Person.signUp("bob");
    private String post = "";

    @BeforeAll
    void post() {
        post = alice.post("Unchanged");
    }

    @Test
    void statuses() {
        refused(create(Map.of("status", "")), "Text");
        refused(create(Map.of("status", "x".repeat(5_001))), "Text");
        refused(create(Map.of("status", "x", "visibility", "secret")), "isibility");
        refused(create(Map.of("status", "x", "language", "not a language")), "anguage");
        refused(create(Map.of("status", "x", "in_reply_to_id", "abc")), "in_reply_to_id", "In reply to");
        refused(create(Map.of("status", "x", "sensitive", "perhaps")), "ensitive");
        refused(alice.api.send("POST", "/api/v1/statuses", "application/json", "{"), "JSON", "body");
        refused(alice.api.put("/api/v1/statuses/" + post, Map.of("status", "")), "Text");
        bob.api.put("/api/v1/statuses/" + post, Map.of("status", "Mine now")).expect(404);
        bob.api.delete("/api/v1/statuses/" + post).expect(404);
        alice.api.get("/api/v1/statuses/abc").expect(404);

        assertThat(Person.ids(alice.api
                        .get("/api/v1/accounts/" + alice.id + "/statuses")
                        .expect(200)
                        .json()))
                .containsExactly(post);
        assertThat(alice.api
                        .get("/api/v1/statuses/" + post)
                        .json()
                        .get("content")
                        .asString())
                .contains("Unchanged");
        assertThat(alice.api
                        .get("/api/v1/statuses/" + post)
                        .json()
                        .get("edited_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void timelines() {
        refused(alice.api.get("/api/v1/timelines/home?max_id=abc"), "max_id");
        refused(alice.api.get("/api/v1/timelines/home?since_id=1%3BDROP"), "since_id");
        refused(alice.api.get("/api/v1/timelines/home?limit=many"), "limit");
        new Http().get("/api/v1/timelines/home").expect(401);
    }

    @Test
    void relations() {
        alice.api.post("/api/v1/accounts/999/follow", Map.of()).expect(404);
        alice.api.post("/api/v1/accounts/" + alice.id + "/follow", Map.of()).expect(403);
        refused(alice.api.post("/api/v1/accounts/" + bob.id + "/follow", Map.of("reblogs", "perhaps")), "eblogs");
        JsonNode relationship = alice.api
                .get("/api/v1/accounts/relationships?id[]=" + bob.id)
                .expect(200)
                .json();
        assertThat(relationship.get(0).get("following").asBoolean()).isFalse();
    }

    @Test
    void signUp() {
        JsonNode app = new Http()
                .post("/api/v1/apps", Map.of("client_name", "Bad", "redirect_uris", "urn:ietf:wg:oauth:2.0:oob"))
                .expect(200)
                .json();
        String token = new Http()
                .postForm(
                        "/oauth/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                app.get("client_id").asString(),
                                "client_secret",
                                app.get("client_secret").asString(),
                                "scope",
                                "read"))
                .expect(200)
                .json()
                .get("access_token")
                .asString();
        Function<Map<String, ?>, Http.Answer> register =
                body -> new Http().with("Authorization", "Bearer " + token).post("/api/v1/accounts", body);
        for (String field : List.of("username", "email", "password", "agreement")) {
            var body = new HashMap<String, Object>(Map.of(
                    "username", "new_one", "email", "new@example.org", "password", "long enough 1", "agreement", true));
            body.remove(field);
            Http.Answer answer = register.apply(body);
            assertThat(answer.status()).as(field).isIn(403, 422);
        }
        new Http().post("/api/v1/accounts", Map.of()).expect(401);
        new Http().get("/api/v1/accounts/lookup?acct=new_one").expect(404);
    }

    @Test
    void apps() {
        refused(new Http().post("/api/v1/apps", Map.of("redirect_uris", "urn:ietf:wg:oauth:2.0:oob")), "lient");
        refused(
                new Http().post("/api/v1/apps", Map.of("client_name", "x", "redirect_uris", "javascript:alert(1)")),
                "edirect");
        refused(
                new Http()
                        .post(
                                "/api/v1/apps",
                                Map.of(
                                        "client_name", "x",
                                        "redirect_uris", "urn:ietf:wg:oauth:2.0:oob",
                                        "scopes", "everything")),
                "cope");
    }

    @Test
    void searchAndNotificationsAndTranslation() {
        refused(alice.api.get("/api/v2/search?q="), "q");
        refused(alice.api.get("/api/v2/search?q=x&type=planets"), "type");
        refused(alice.api.get("/api/v2/search?q=x&offset=-1"), "offset");
        refused(alice.api.get("/api/v1/notifications?max_id=abc"), "max_id");
        alice.api.post("/api/v1/notifications/1/dismiss", Map.of()).expect(404);
        refused(alice.api.post("/api/v1/statuses/" + post + "/translate", Map.of("lang", "klingon-x")), "lang", "Lang");
    }

    private Http.Answer create(Map<String, ?> body) {
        return alice.api.post("/api/v1/statuses", body);
    }

    /** A clear 4xx whose error names the field in one of the given spellings. */
    private static void refused(Http.Answer answer, String... names) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.json().get("error").asString()).isNotBlank();
        assertThat(List.of(names)).as(answer.body()).anyMatch(answer.body()::contains);
    }
}
