package io.microblog.acceptance;

import java.util.Map;

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
    }

    @Test
    void timelines() {
        ALICE.post("Something to read #reading");
        get(
                anyone,
                "/api/v1/timelines/public",
                "/api/v1/timelines/tag/reading",
                "/api/v1/accounts/" + ALICE.id + "/statuses");
        get(ALICE.api, "/api/v1/timelines/home", "/api/v2/search?q=reading");
    }
}
