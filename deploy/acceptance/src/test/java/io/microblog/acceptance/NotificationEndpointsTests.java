package io.microblog.acceptance;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The endpoints about notifications, and how far they were read. */
class NotificationEndpointsTests extends EndpointWalk {

    @Test
    void streams() {
        String list = BOB.api
                .post("/api/v1/lists", Map.of("title", "Listening"))
                .json()
                .get("id")
                .asString();
        for (String stream : List.of(
                "user",
                "user/notification",
                "public",
                "public/local",
                "public/remote",
                "hashtag?tag=trams",
                "hashtag/local?tag=trams",
                "list?list=" + list,
                "direct")) {
            assertThat(BOB.api.listen("/api/v1/streaming/" + stream)).as(stream).isEqualTo("200 :thump");
        }
        get(anyone, "/api/v1/streaming/health");
        BOB.api.get("/api/v1/streaming").expect(404);
    }

    @Test
    void notifications() {
        Person reader = Person.signUp("nora");
        ALICE.post("Hello @" + reader.username);
        BOB.post("Hello @" + reader.username);
        reader.awaitNotified("mention", 2);
        String id = reader.notifications("mention").getFirst().get("id").asString();
        get(
                reader.api,
                "/api/v1/notifications/" + id,
                "/api/v1/notifications/unread_count",
                "/api/v1/markers?timeline[]=notifications");
        reader.api
                .post("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", id)))
                .expect(200);
        get(reader.api, "/api/v1/markers?timeline[]=notifications");
        post(reader.api, "/api/v1/notifications/" + id + "/dismiss", "/api/v1/notifications/clear");
        assertThat(reader.notifications("mention")).isEmpty();
    }

    @Test
    void groups() {
        Person reader = Person.signUp("gina");
        String post = reader.post("Hello");
        ALICE.api.post("/api/v1/statuses/" + post + "/favourite", Map.of()).expect(200);
        BOB.api.post("/api/v1/statuses/" + post + "/favourite", Map.of()).expect(200);
        reader.awaitNotified("favourite", 2);
        JsonNode groups = reader.api
                .get("/api/v2/notifications?grouped_types[]=favourite&expand_accounts=partial_avatars")
                .expect(200)
                .json()
                .path("notification_groups");
        assertThat(groups).hasSize(1);
        assertThat(groups.path(0).path("notifications_count").asInt()).isEqualTo(2);
        String group =
                "/api/v2/notifications/" + groups.path(0).path("group_key").asString();
        get(reader.api, "/api/v2/notifications", "/api/v2/notifications/unread_count", group, group + "/accounts");
        post(reader.api, group + "/dismiss", "/api/v2/notifications/clear");
        assertThat(reader.notifications("favourite")).isEmpty();
    }

    @Test
    void policyWithRequests() {
        Person reader = Person.signUp("paula");
        get(reader.api, "/api/v1/notifications/policy", "/api/v2/notifications/policy");
        for (String version : List.of("v1", "v2")) {
            String path = "/api/" + version + "/notifications/policy";
            reader.api.put(path, Map.of()).expect(200);
            reader.api.patch(path, Map.of()).expect(200);
        }
        reader.api
                .patch("/api/v2/notifications/policy", Map.of("for_not_following", "filter"))
                .expect(200);
        var decided = new HashSet<String>();
        for (String decision : List.of("accept", "dismiss", "accept", "dismiss")) {
            Person stranger = Person.signUp("stan");
            stranger.post("Hello @" + reader.username);
            String id = awaitRequest(reader);
            get(reader.api, "/api/v1/notifications/requests/" + id, "/api/v1/notifications/requests/merged");
            if (decided.add(decision)) {
                post(reader.api, "/api/v1/notifications/requests/" + id + "/" + decision);
            } else {
                reader.api
                        .post("/api/v1/notifications/requests/" + decision, Map.of("id", List.of(id)))
                        .expect(200);
            }
        }
        assertThat(reader.notifications("mention")).hasSize(2);
    }

    @Test
    void mailPreferences() {
        Person reader = Person.signUp("magda");
        String path = "/api/v1/mail/preferences";
        get(reader.api, path);
        JsonNode changed = reader.api
                .put(
                        path,
                        Map.of(
                                "kinds",
                                Map.of("favourite", "daily", "mention", "never"),
                                "quiet_hours",
                                Map.of("from", "22:00", "to", "07:30"),
                                "digest",
                                Map.of("hour", 18, "weekday", "friday")))
                .expect(200)
                .json();
        assertThat(changed.at("/kinds/favourite").asString()).isEqualTo("daily");
        assertThat(changed.at("/quiet_hours/to").asString()).isEqualTo("07:30");
        assertThat(reader.api.get(path).expect(200).json()).isEqualTo(changed);
        reader.api.put(path, Map.of("kinds", Map.of("favourite", "sometimes"))).expect(422);
    }

    @Test
    void mailBudget() {
        BOB.api.get("/api/v1/admin/mail_budget").expect(403);
        get(Person.owner("berta").within("read admin:read"), "/api/v1/admin/mail_budget");
    }

    @Test
    void mails() {
        BOB.api.get("/api/v1/admin/mails").expect(403);
        Http owner = Person.owner("mila").within("read admin:read");
        get(owner, "/api/v1/admin/mails?locale=es", "/api/v1/admin/mails/digest.daily?locale=ar");
        owner.get("/api/v1/admin/mails/poetry").expect(404);
    }

    @Test
    void pushes() {
        Person reader = Person.signUp("petra");
        var sandbox = new Http().with("Accept", "application/json");
        JsonNode browser = sandbox.post(RunningPlatform.PUSH_SANDBOX + "/sandbox/subscriptions", Map.of())
                .expect(201)
                .json();
        String endpoint = browser.path("endpoint").asString();
        String path = "/api/v1/push/subscription";
        reader.api
                .post(
                        path,
                        Map.of(
                                "subscription",
                                Map.of(
                                        "endpoint",
                                        endpoint,
                                        "standard",
                                        true,
                                        "keys",
                                        Map.of(
                                                "p256dh",
                                                browser.at("/keys/p256dh").asString(),
                                                "auth",
                                                browser.at("/keys/auth").asString()))))
                .expect(200);
        reader.api
                .put(path, Map.of("data", Map.of("alerts", Map.of("mention", true))))
                .expect(200);
        get(reader.api, path);
        ALICE.post("Hello @" + reader.username);
        String pushed = RunningPlatform.PUSH_SANDBOX + "/sandbox/messages?subscription="
                + endpoint.substring(endpoint.lastIndexOf('/') + 1);
        JsonNode messages = await().atMost(Duration.ofSeconds(60))
                .until(() -> sandbox.get(pushed).expect(200).json(), found -> !found.isEmpty());
        assertThat(messages.path(0).path("text").asString())
                .contains("mentioned you")
                .contains("Hello @" + reader.username);
        reader.api.delete(path).expect(200);
        reader.api.get(path).expect(404);
    }

    private static String awaitRequest(Person reader) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> reader.api
                                .get("/api/v1/notifications/requests")
                                .expect(200)
                                .json(),
                        requests -> !requests.isEmpty())
                .path(0)
                .path("id")
                .asString();
    }
}
