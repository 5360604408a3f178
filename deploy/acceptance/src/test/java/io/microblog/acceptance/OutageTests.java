package io.microblog.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A part that is stopped takes its own feature with it and nothing else, and catches up afterwards. */
class OutageTests {

    private final RunningPlatform platform = RunningPlatform.get();
    private final Person alice = Person.signUp("alice");
    private final Person bob = Person.signUp("bob");

    @Test
    void withoutElasticsearchPostingGoesOnAndSearchSaysSo() {
        without("elasticsearch", () -> {
            String word = "Trilobite" + alice.username.replaceAll("[^a-z]", "");
            String post = postAndRead(word);
            assertUnavailable(bob.api.get("/api/v2/search?q=" + word));
            platform.start("elasticsearch");
            bob.awaitFound(word, post);
        });
    }

    @Test
    void withoutNotificationServicePostingGoesOnAndNotificationsCatchUp() {
        without("notification-service", () -> {
            bob.follow(alice);
            postAndRead("hello");
            assertUnavailable(alice.api.get("/api/v1/notifications"));
            platform.start("notification-service");
            alice.awaitNotified("follow", 1);
            assertThat(alice.mails.await(bob.username).text()).contains(bob.username);
        });
    }

    @Test
    void withoutTranslationServicePostingGoesOnAndTheOriginalStays() {
        without("translation-service", () -> {
            String post = postAndRead("Good morning to all of you");
            var translate = Map.of("lang", "es");
            assertUnavailable(bob.api.post("/api/v1/statuses/" + post + "/translate", translate));
            bob.api.get("/api/v1/statuses/" + post).expect(200);
            platform.start("translation-service");
            bob.api.post("/api/v1/statuses/" + post + "/translate", translate).expect(200);
        });
    }

    private void without(String part, Runnable walk) {
        platform.stop(part);
        try {
            walk.run();
        } finally {
            platform.start(part);
        }
    }

    private String postAndRead(String text) {
        bob.follow(alice);
        String post = alice.post(text);
        bob.awaitInHome(post);
        return post;
    }

    private static void assertUnavailable(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("error").asString()).isNotBlank();
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    }
}
