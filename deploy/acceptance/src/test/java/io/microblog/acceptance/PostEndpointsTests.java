package io.microblog.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The endpoints about posts and timelines, and what searching and translating make of them. */
class PostEndpointsTests extends EndpointWalk {

    @Test
    void statuses() {
        String post = ALICE.post("First\n\nhttps://example.org #words for @" + BOB.username);
        String answer = BOB.answer(post, "Second");
        ALICE.api
                .put("/api/v1/statuses/" + post, Map.of("status", "First, edited", "spoiler_text", "Words"))
                .expect(200);
        get(
                anyone,
                "/api/v1/statuses?id[]=" + post + "&id[]=" + answer,
                "/api/v1/statuses/" + post,
                "/api/v1/statuses/" + post + "/context",
                "/api/v1/statuses/" + post + "/history");
        get(ALICE.api, "/api/v1/statuses/" + post + "/source");
        post(BOB.api, "/api/v1/statuses/" + post + "/translate?lang=de");
        BOB.api.delete("/api/v1/statuses/" + answer).expect(200);
        ALICE.api
                .post("/api/v1/statuses", Map.of("status", "For @" + BOB.username, "allowed_mentions", List.of()))
                .expect(422);
    }

    @Test
    void timelines() {
        ALICE.post("Something to read #reading");
        get(
                anyone,
                "/api/v1/timelines/public",
                "/api/v1/timelines/tag/reading?any=words&local=true",
                "/api/v1/accounts/" + ALICE.id + "/statuses");
        get(ALICE.api, "/api/v1/timelines/home", "/api/v2/search?q=reading");
    }

    @Test
    void searches() {
        Map<String, String> query = Map.of("q", "reading");
        ALICE.api.post("/api/v1/search/recent", query).expect(200);
        String id = ALICE.api
                .post("/api/v1/saved_searches", query)
                .expect(200)
                .json()
                .path("id")
                .asString();
        get(ALICE.api, "/api/v1/search/suggestions?q=read", "/api/v1/search/recent", "/api/v1/saved_searches");
        ALICE.api.delete("/api/v1/saved_searches/" + id).expect(200);
        ALICE.api.delete("/api/v1/search/recent").expect(200);
    }

    @Test
    void reactions() {
        String post = "/api/v1/statuses/" + ALICE.post("Worth a reaction");
        post(BOB.api, post + "/favourite", post + "/reblog", post + "/bookmark", post + "/mute");
        post(ALICE.api, post + "/pin");
        get(BOB.api, "/api/v1/favourites", "/api/v1/bookmarks", "/api/v1/timelines/home", post);
        get(anyone, post + "/favourited_by", post + "/reblogged_by", "/api/v1/accounts/" + BOB.id + "/statuses");
        get(ALICE.api, "/api/v1/accounts/" + ALICE.id + "/statuses?pinned=true");
        post(BOB.api, post + "/unfavourite", post + "/unreblog", post + "/unbookmark", post + "/unmute");
        post(ALICE.api, post + "/unpin");
    }

    @Test
    void quotes() {
        String id = ALICE.post("Worth quoting");
        String quoted = "/api/v1/statuses/" + id;
        String quoting = BOB.post(Map.of("status", "Look", "quoted_status_id", id));
        BOB.post(Map.of("status", "Look again", "quoted_status_id", quoting));
        get(anyone, "/api/v1/statuses/" + quoting, "/api/v1/accounts/" + BOB.id + "/statuses");
        get(BOB.api, quoted + "/quotes");
        BOB.api.post(quoted + "/quotes/" + quoting + "/revoke", Map.of()).expect(403);
        post(ALICE.api, quoted + "/quotes/" + quoting + "/revoke");
        get(BOB.api, "/api/v1/statuses/" + quoting, "/api/v1/statuses/" + quoting + "/history");
        ALICE.api
                .put(quoted + "/interaction_policy", Map.of("quote_approval_policy", "nobody"))
                .expect(200);
        BOB.api
                .post("/api/v1/statuses", Map.of("status", "Once more", "quoted_status_id", id))
                .expect(403);
    }

    @Test
    void polls() {
        Map<String, ?> poll = Map.of("options", List.of("Cake", "Pie"), "expires_in", 3_600);
        String id = ALICE.api
                .post("/api/v1/statuses", Map.of("status", "Which?", "poll", poll))
                .expect(200)
                .json()
                .at("/poll/id")
                .asString();
        BOB.api
                .post("/api/v1/polls/" + id + "/votes", Map.of("choices", List.of(1)))
                .expect(200);
        get(anyone, "/api/v1/polls/" + id);
    }

    @Test
    void scheduled() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String scheduled = "/api/v1/scheduled_statuses/"
                + ALICE.api
                        .post("/api/v1/statuses", Map.of("status", "Later", "scheduled_at", tomorrow.toString()))
                        .expect(200)
                        .json()
                        .get("id")
                        .asString();
        get(ALICE.api, "/api/v1/scheduled_statuses", scheduled);
        ALICE.api
                .put(scheduled, Map.of("scheduled_at", tomorrow.plusSeconds(60).toString()))
                .expect(200);
        ALICE.api.delete(scheduled).expect(200);
    }

    @Test
    void drafts() {
        String draft = "/api/v1/drafts/" + made(ALICE.api, "/api/v1/drafts", Map.of("status", "Not yet"));
        get(ALICE.api, "/api/v1/drafts", draft);
        ALICE.api.put(draft, Map.of("status", "Nearly", "version", 1)).expect(200);
        ALICE.api
                .put(draft, Map.of("status", "On another device", "version", 1))
                .expect(409);
        ALICE.api.delete(draft).expect(200);
    }

    @Test
    void tags() {
        post(BOB.api, "/api/v1/tags/reading/follow");
        get(BOB.api, "/api/v1/tags/reading", "/api/v1/followed_tags");
        post(BOB.api, "/api/v1/tags/reading/unfollow");
    }

    @Test
    void featuredTags() {
        String tag = "/api/v1/tags/baking";
        ALICE.post("Bread today #baking");
        get(ALICE.api, "/api/v1/featured_tags/suggestions");
        String featured = made(ALICE.api, "/api/v1/featured_tags", Map.of("name", "baking"));
        get(ALICE.api, "/api/v1/featured_tags", tag);
        get(anyone, "/api/v1/accounts/" + ALICE.id + "/featured_tags");
        ALICE.api.delete("/api/v1/featured_tags/" + featured).expect(200);
        post(ALICE.api, tag + "/feature", tag + "/unfeature");
    }

    @Test
    void conversations() {
        ALICE.post(Map.of("status", "A word with @" + BOB.username, "visibility", "direct"));
        get(BOB.api, "/api/v1/timelines/direct");
        String conversation = "/api/v1/conversations/"
                + BOB.api
                        .get("/api/v1/conversations")
                        .expect(200)
                        .json()
                        .get(0)
                        .get("id")
                        .asString();
        post(BOB.api, conversation + "/read", conversation + "/unread");
        BOB.api.delete(conversation).expect(200);
    }

    @Test
    void trends() {
        String paths = "/api/v1/trends";
        get(anyone, paths, paths + "/tags", paths + "/statuses", paths + "/links");
        get(ALICE.api, paths + "/tags?limit=1", paths + "/statuses?offset=1");
    }

    @Test
    void decisionsAboutTrends() {
        Http staff = Person.owner("trend").within("read write admin:read admin:write");
        String tags = "/api/v1/admin/tags";
        String trends = "/api/v1/admin/trends";
        String tag = "decided" + System.nanoTime();
        String post = trends + "/statuses/" + ALICE.post("About #" + tag);
        staff.put(tags + "/" + tag, Map.of("listable", false)).expect(200);
        get(staff, tags + "?limit=1", tags + "/" + tag, trends + "/tags", trends + "/statuses", trends + "/links");
        post(
                staff,
                trends + "/tags/" + tag + "/reject",
                trends + "/tags/" + tag + "/approve",
                post + "/reject",
                post + "/approve");
        staff.put(tags + "/" + tag, Map.of("usable", false)).expect(200);
        ALICE.api.post("/api/v1/statuses", Map.of("status", "#" + tag)).expect(422);
    }

    @Test
    void insights() {
        String post = ALICE.post("Something to count");
        BOB.api.post("/api/v1/statuses/" + post + "/favourite", Map.of()).expect(200);
        String paths = "/api/v1/insights";
        get(
                ALICE.api,
                paths + "/profile?by=week&time_zone=Europe/Madrid",
                paths + "/profile.csv",
                paths + "/posts?sort=favourites",
                paths + "/posts.csv",
                paths + "/posts/" + post);
        BOB.api.get(paths + "/posts/" + post).expect(404);
    }

    @Test
    void lists() {
        BOB.follow(ALICE);
        String list = "/api/v1/lists/" + made(BOB.api, "/api/v1/lists", Map.of("title", "Friends"));
        BOB.api.put(list, Map.of("replies_policy", "followed")).expect(200);
        Awaitility.await()
                .untilAsserted(() -> BOB.api
                        .post(list + "/accounts", Map.of("account_ids", List.of(ALICE.id)))
                        .expect(200));
        get(
                BOB.api,
                "/api/v1/lists",
                list,
                list + "/accounts",
                list.replace("/lists/", "/timelines/list/"),
                "/api/v1/accounts/" + ALICE.id + "/lists");
        BOB.api.delete(list + "/accounts?account_ids[]=" + ALICE.id).expect(200);
        BOB.api.delete(list).expect(200);
    }

    @Test
    void filters() {
        String filters = "/api/v2/filters";
        String filter = filters + "/"
                + made(BOB.api, filters, Map.of("title", "Rain", "context", List.of("home"), "expires_in", 60));
        String keyword = filters + "/keywords/" + made(BOB.api, filter + "/keywords", Map.of("keyword", "rain"));
        String entry = filters + "/statuses/"
                + made(BOB.api, filter + "/statuses", Map.of("status_id", ALICE.post("It will rain")));
        BOB.api.put(filter, Map.of("filter_action", "hide")).expect(200);
        BOB.api.put(keyword, Map.of("whole_word", false)).expect(200);
        get(BOB.api, filters, filter, filter + "/keywords", filter + "/statuses", keyword, entry);
        get(BOB.api, "/api/v1/timelines/public");
        List.of(entry, keyword, filter).forEach(each -> BOB.api.delete(each).expect(200));

        String older = "/api/v1/filters";
        String one = older + "/" + made(BOB.api, older, Map.of("phrase", "fog", "context", List.of("home")));
        BOB.api.put(one, Map.of("phrase", "mist", "context", List.of("home"))).expect(200);
        get(BOB.api, older, one);
        BOB.api.delete(one).expect(200);
    }

    @Test
    void media() {
        String newer = upload("/api/v2/media");
        ALICE.api
                .put("/api/v1/media/" + newer, Map.of("description", "A square", "focus", "0.5,-0.5"))
                .expect(200);
        get(ALICE.api, "/api/v1/media/" + newer, "/api/v1/media/usage");
        String post = ALICE.post(Map.of("status", "See", "media_ids", List.of(newer)));
        get(anyone, "/api/v1/statuses/" + post, "/api/v1/accounts/" + ALICE.id + "/statuses?only_media=true");

        String older = upload("/api/v1/media");
        ALICE.api.delete("/api/v1/media/" + older).expect(200);
        String alias = "/api/v2/media/" + upload("/api/v2/media");
        ALICE.api.put(alias, Map.of("description", "A square")).expect(200);
        get(ALICE.api, alias);
        ALICE.api.delete(alias).expect(200);
    }

    @Test
    void automaticRules() {
        Http staff = Person.owner("rule").within("read write admin:read admin:write");
        String word = "word" + System.nanoTime();
        List<Map<String, ?>> conditions = List.of(
                Map.of("type", "words", "words", List.of(word)),
                Map.of("type", "rate", "more_than", 0, "within_minutes", 60));
        String rules = "/api/v1/admin/automatic_rules";
        String runs = rules + "/dry_runs";
        String run = runs + "/" + made(staff, runs, Map.of("action", "hold", "conditions", conditions));
        get(staff, runs, run, run + "/statuses");
        post(staff, run + "/cancel");

        String rule =
                rules + "/" + made(staff, rules, Map.of("name", "Rule", "action", "hold", "conditions", conditions));
        staff.put(rule, Map.of("version", 1, "enabled", true)).expect(200);
        ALICE.post("Something");
        String first = heldOnceInForce(word);
        String second = ALICE.post(word);
        get(staff, rules, rule, rule + "/hits", "/api/v1/admin/held_posts");
        post(staff, "/api/v1/admin/held_posts/" + first + "/release", "/api/v1/admin/held_posts/" + second + "/reject");
        get(anyone, "/api/v1/statuses/" + first);
        staff.delete(rule).expect(200);
    }

    /** Every instance knows a new rule after two seconds. */
    private static String heldOnceInForce(String word) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> ALICE.api
                                .post("/api/v1/statuses", Map.of("status", word))
                                .expect(200)
                                .json(),
                        status -> status.path("held").asBoolean())
                .get("id")
                .asString();
    }

    private static String made(Http api, String path, Map<String, ?> what) {
        return api.post(path, what).expect(200).json().get("id").asString();
    }
}
