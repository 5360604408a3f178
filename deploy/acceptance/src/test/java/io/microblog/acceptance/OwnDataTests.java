package io.microblog.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is somebody's own does not exist for others, and what their owner asks of it in vain is refused with a reason. */
class OwnDataTests extends EndpointWalk {

    private static final String NOBODY = "/api/v1/accounts/1";

    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

    @BeforeAll
    static void aliceFollowsBob() {
        ALICE.follow(BOB);
    }

    @Test
    void scheduledPosts() {
        String all = "/api/v1/scheduled_statuses";
        String one =
                all + "/" + made("/api/v1/statuses", Map.of("status", "Later", "scheduled_at", tomorrow.toString()));
        Map<String, ?> change = Map.of("scheduled_at", tomorrow.plusSeconds(60).toString());

        hidden(one);
        BOB.api.put(one, change).expect(404);
        for (String time : List.of("soon", Instant.now().plusSeconds(60).toString(), "9999-01-01T00:00:00Z")) {
            ALICE.api.put(one, Map.of("scheduled_at", time)).expect(422);
            refused("/api/v1/statuses", Map.of("status", "x", "scheduled_at", time), 422);
        }
        ALICE.api.delete(one).expect(200);
        ALICE.api.put(one, change).expect(404);
    }

    @Test
    void drafts() {
        String all = "/api/v1/drafts";
        String one = all + "/" + made(all, Map.of("status", "Not yet"));

        hidden(one);
        BOB.api.put(one, Map.of("status", "Mine now", "version", 1)).expect(404);
        BOB.api
                .post("/api/v1/statuses", Map.of("status", "Mine now", "draft_id", one.substring(all.length() + 1)))
                .expect(404);
        ALICE.api.put(one, Map.of("status", "Without a version")).expect(422);
        refused(all, Map.of("visibility", "secret"), 422);
        refused(all, Map.of("media_ids", List.of("1")), 422);
        ALICE.api.delete(one).expect(200);
    }

    @Test
    void lists() {
        String all = "/api/v1/lists";
        String one = all + "/" + made(all, Map.of("title", "Friends"));
        Map<String, ?> bob = Map.of("account_ids", List.of(BOB.id));
        Awaitility.await()
                .untilAsserted(() -> ALICE.api.post(one + "/accounts", bob).expect(200));

        hidden(one);
        hidden(one + "/accounts?account_ids[]=" + BOB.id);
        BOB.api.get(one.replace("/lists/", "/timelines/list/")).expect(404);
        BOB.api.put(one, Map.of("title", "Mine now")).expect(404);
        BOB.api.post(one + "/accounts", bob).expect(404);
        refused(all, Map.of("title", " "), 422);
        refused(all, Map.of("title", "Friends", "replies_policy", "some"), 422);
        refused(one + "/accounts", bob, 422);
        refused(one + "/accounts", Map.of("account_ids", List.of("1")), 404);
        ALICE.api.delete(one).expect(200);
    }

    @Test
    void filters() {
        String all = "/api/v2/filters";
        String one = all + "/" + made(all, Map.of("title", "Rain", "context", List.of("home")));
        String keyword = all + "/keywords/" + made(one + "/keywords", Map.of("keyword", "rain"));
        String post = BOB.post("It will rain");
        String entry = all + "/statuses/" + made(one + "/statuses", Map.of("status_id", post));

        List.of(one, keyword, entry).forEach(OwnDataTests::hidden);
        List.of(one + "/keywords", one + "/statuses")
                .forEach(path -> BOB.api.get(path).expect(404));
        BOB.api.put(one, Map.of("title", "Mine now")).expect(404);
        BOB.api.put(keyword, Map.of("keyword", "snow")).expect(404);
        BOB.api.post(one + "/keywords", Map.of("keyword", "snow")).expect(404);
        BOB.api.post(one + "/statuses", Map.of("status_id", post)).expect(404);
        refused(all, Map.of("title", "Rain"), 422);
        refused(all, Map.of("title", "Rain", "context", List.of("work")), 422);
        refused(one + "/keywords", Map.of("keyword", ""), 422);
        refused(one + "/statuses", Map.of("status_id", post), 422);
        refused(one + "/statuses", Map.of("status_id", "1"), 404);
        ALICE.api.delete(one).expect(200);
    }

    @Test
    void filtersOfTheFirstVersion() {
        String all = "/api/v1/filters";
        String one = all + "/" + made(all, Map.of("phrase", "fog", "context", List.of("home")));

        hidden(one);
        BOB.api.put(one, Map.of("phrase", "mist", "context", List.of("home"))).expect(404);
        refused(all, Map.of("phrase", "", "context", List.of("home")), 422);
        refused(all, Map.of("phrase", "fog", "context", List.of()), 422);
        ALICE.api.delete(one).expect(200);
    }

    @Test
    void conversations() {
        ALICE.post(Map.of("status", "A word with @" + BOB.username, "visibility", "direct"));
        String one = "/api/v1/conversations/"
                + ALICE.api
                        .get("/api/v1/conversations")
                        .expect(200)
                        .json()
                        .get(0)
                        .get("id")
                        .asString();

        BOB.api.post(one + "/read", Map.of()).expect(404);
        BOB.api.post(one + "/unread", Map.of()).expect(404);
        BOB.api.delete(one).expect(404);
        ALICE.api.delete(one).expect(200);
        ALICE.api.delete(one).expect(404);
    }

    @Test
    void insights() {
        String paths = "/api/v1/insights";

        BOB.api.get(paths + "/posts/" + ALICE.post("Mine to count")).expect(404);
        ALICE.api.get(paths + "/posts/1").expect(404);
        ALICE.api.get(paths + "/posts?sort=luck").expect(400);
    }

    @Test
    void trends() {
        for (String path : List.of("/api/v1/trends", "/api/v1/trends/tags", "/api/v1/trends/statuses")) {
            anyone.get(path + "?offset=-1").expect(400);
        }
    }

    @Test
    void endorsements() {
        Person stranger = Person.signUp("carl");
        String account = "/api/v1/accounts/" + stranger.id;

        for (String path : List.of("/endorse", "/pin")) {
            refused(account + path, Map.of(), 422);
            refused(NOBODY + path, Map.of(), 404);
        }
        for (String path : List.of("/unendorse", "/unpin")) {
            refused(NOBODY + path, Map.of(), 404);
        }
        anyone.get(NOBODY + "/endorsements").expect(404);
    }

    @Test
    void attributionDomains() {
        for (String path : List.of("/api/v1/accounts/update_credentials", "/api/v1/profile")) {
            ALICE.api
                    .patch(path, Map.of("attribution_domains", List.of("localhost")))
                    .expect(422);
        }
    }

    @Test
    void directory() {
        for (String query : List.of("order=best", "offset=-1", "offset=10001")) {
            anyone.get("/api/v1/directory?" + query).expect(400);
        }
    }

    @Test
    void featuredTags() {
        String all = "/api/v1/featured_tags";
        String one = all + "/" + made(all, Map.of("name", "owndata"));

        BOB.api.delete(one).expect(404);
        refused(all, Map.of("name", "owndata"), 422);
        refused(all, Map.of("name", "123"), 422);
        refused(all, Map.of(), 400);
        anyone.get(NOBODY + "/featured_tags").expect(404);
        ALICE.api.delete(one).expect(200);
        ALICE.api.delete(one).expect(404);
    }

    @Test
    void quotes() {
        // Other walks have BOB follow ALICE.
        Person stranger = Person.signUp("stranger");
        String open = "/api/v1/statuses/" + ALICE.post("For everybody");
        String closed =
                "/api/v1/statuses/" + ALICE.post(Map.of("status", "For those who follow", "visibility", "private"));
        Map<String, ?> policy = Map.of("quote_approval_policy", "nobody");

        stranger.api.put(open + "/interaction_policy", policy).expect(403);
        stranger.api.put(closed + "/interaction_policy", policy).expect(404);
        ALICE.api
                .put(open + "/interaction_policy", Map.of("quote_approval_policy", "friends"))
                .expect(422);
        stranger.api.get(closed + "/quotes").expect(404);
        stranger.api
                .post(closed + "/quotes/" + stranger.post("No quote") + "/revoke", Map.of())
                .expect(404);
        stranger.api
                .post("/api/v1/statuses", Map.of("status", "Look", "quoted_status_id", "1"))
                .expect(404);
    }

    @Test
    void media() {
        String image = upload("/api/v2/media");

        for (String path : List.of("/api/v1/media/" + image, "/api/v2/media/" + image)) {
            hidden(path);
            BOB.api.put(path, Map.of("description", "Mine now")).expect(404);
            ALICE.api.put(path, Map.of("focus", "2,0")).expect(422);
        }
        BOB.api
                .post("/api/v1/statuses", Map.of("status", "Mine now", "media_ids", List.of(image)))
                .expect(422);
        ALICE.api
                .upload("/api/v2/media", "file", "note.txt", new byte[] {1, 2, 3})
                .expect(422);
        ALICE.api.delete("/api/v1/media/" + image).expect(200);
    }

    /** Neither read nor deleted by somebody else; there is nothing of the kind for them. */
    private static void hidden(String path) {
        BOB.api.get(path).expect(404);
        BOB.api.delete(path).expect(404);
    }

    private static void refused(String path, Map<String, ?> request, int status) {
        ALICE.api.post(path, request).expect(status);
    }

    private static String made(String path, Map<String, ?> what) {
        return ALICE.api.post(path, what).expect(200).json().get("id").asString();
    }
}
