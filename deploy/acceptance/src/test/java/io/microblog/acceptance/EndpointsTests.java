package io.microblog.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls each endpoint that the other tests have no use for; the contract tests look at what they answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTests {

    private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

    private final Person alice = Person.signUp("alice");
    private final Person bob = Person.signUp("bob");
    private final Http anyone = new Http();

    @Test
    void server() {
        get(
                anyone,
                "/health",
                "/api/v1/instance",
                "/api/v2/instance",
                "/api/v1/instance/peers",
                "/api/v1/instance/rules",
                "/api/v1/instance/translation_languages",
                "/api/v1/custom_emojis",
                "/nodeinfo/2.0",
                "/oauth/jwks",
                "/.well-known/nodeinfo",
                "/.well-known/host-meta",
                "/.well-known/oauth-authorization-server",
                "/.well-known/webfinger?resource=acct:" + alice.username + "@localhost:8080");
    }

    @Test
    void apps() {
        JsonNode app = anyone.post("/api/v1/apps", Map.of("client_name", "Short", "redirect_uris", OUT_OF_BAND))
                .expect(200)
                .json();
        Map<String, String> client = Map.of(
                "client_id", app.get("client_id").asString(),
                "client_secret", app.get("client_secret").asString());
        String token = anyone.postForm("/oauth/token", with(client, "grant_type", "client_credentials"))
                .expect(200)
                .json()
                .get("access_token")
                .asString();

        get(new Http().with("Authorization", "Bearer " + token), "/api/v1/apps/verify_credentials");

        anyone.postForm("/oauth/revoke", with(client, "token", token)).expect(200);
    }

    @Test
    void accounts() {
        get(
                anyone,
                "/api/v1/accounts/" + alice.id,
                "/api/v1/accounts?id[]=" + alice.id,
                "/api/v1/accounts/lookup?acct=" + alice.username,
                "/api/v1/accounts/" + alice.id + "/statuses",
                "/api/v1/accounts/" + alice.id + "/followers",
                "/api/v1/accounts/" + alice.id + "/following");
        get(
                alice.api,
                "/api/v1/accounts/verify_credentials",
                "/api/v1/accounts/search?q=" + bob.username,
                "/api/v1/preferences");
        alice.api
                .patch(
                        "/api/v1/accounts/update_credentials",
                        Map.of(
                                "note",
                                "Likes #bread",
                                "fields_attributes",
                                List.of(Map.of("name", "Web", "value", "https://example.org"))))
                .expect(200);
    }

    @Test
    void relations() {
        Person locked = Person.signUp("dora");
        locked.api
                .patch("/api/v1/accounts/update_credentials", Map.of("locked", true))
                .expect(200);
        alice.follow(locked);
        bob.follow(locked);
        get(locked.api, "/api/v1/follow_requests");
        post(locked.api, "/api/v1/follow_requests/" + alice.id + "/authorize");
        post(locked.api, "/api/v1/follow_requests/" + bob.id + "/reject");
        get(locked.api, "/api/v1/accounts/" + locked.id + "/followers");
        get(alice.api, "/api/v1/accounts/relationships?id[]=" + locked.id + "&id[]=" + bob.id);
        post(alice.api, "/api/v1/accounts/" + locked.id + "/unfollow");
    }

    @Test
    void statuses() {
        String post = alice.post("First\n\nhttps://example.org #words for @" + bob.username);
        String answer = bob.answer(post, "Second");
        alice.api
                .put("/api/v1/statuses/" + post, Map.of("status", "First, edited", "spoiler_text", "Words"))
                .expect(200);
        get(
                anyone,
                "/api/v1/statuses?id[]=" + post + "&id[]=" + answer,
                "/api/v1/statuses/" + post,
                "/api/v1/statuses/" + post + "/context",
                "/api/v1/statuses/" + post + "/history");
        get(alice.api, "/api/v1/statuses/" + post + "/source");
        post(bob.api, "/api/v1/statuses/" + post + "/translate?lang=de");
        bob.api.delete("/api/v1/statuses/" + answer).expect(200);
    }

    @Test
    void timelines() {
        alice.post("Something to read #reading");
        get(anyone, "/api/v1/timelines/public", "/api/v1/timelines/tag/reading");
        get(alice.api, "/api/v1/timelines/home", "/api/v2/search?q=reading");
    }

    @Test
    void notifications() {
        alice.post("Hello @" + bob.username + " and again");
        alice.post("Hello @" + bob.username);
        bob.awaitNotified("mention", 2);
        String id = bob.notifications("mention").getFirst().get("id").asString();
        get(
                bob.api,
                "/api/v1/notifications/" + id,
                "/api/v1/notifications/unread_count",
                "/api/v1/markers?timeline[]=notifications");
        bob.api
                .post("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", id)))
                .expect(200);
        post(bob.api, "/api/v1/notifications/" + id + "/dismiss");
        post(bob.api, "/api/v1/notifications/clear");
        assertThat(bob.notifications("mention")).isEmpty();
    }

    private static void get(Http api, String... paths) {
        for (String path : paths) {
            api.get(path).expect(200);
        }
    }

    private static void post(Http api, String path) {
        api.post(path, Map.of()).expect(200);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
