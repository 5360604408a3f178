package io.microblog.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One post travels the whole way, through all six services. */
class MainJobTests {

    private final Person alice = Person.signUp("alice");
    private final Person bob = Person.signUp("bob");
    private final Person stranger = Person.signUp("carol");

    @Test
    void aPostReachesFollowersSearchersAndReadersOfOtherLanguages() {
        bob.follow(alice);
        alice.awaitNotified("follow", 1);
        assertThat(alice.mails.await(bob.username).text()).contains(bob.username);

        String word = "Quasiperiodic" + alice.username.replaceAll("[^a-z]", "");
        String post = alice.post("**Bread** rises at *dawn* in the " + word + " village. #baking");
        bob.awaitInHome(post);
        stranger.awaitFound("breed rises " + word.substring(0, 11) + "k" + word.substring(11), post);

        JsonNode shown = bob.api.get("/api/v1/statuses/" + post).expect(200).json();
        assertThat(shown.get("content").asString())
                .contains("<strong>Bread</strong>")
                .contains("rel=\"tag\"");
        assertThat(shown.at("/account/username").asString()).isEqualTo(alice.username);

        JsonNode translation = bob.api
                .post("/api/v1/statuses/" + post + "/translate", Map.of("lang", "es"))
                .expect(200)
                .json();
        assertThat(translation.get("content").asString()).contains("[es]").contains("<strong>");
        assertThat(translation.get("language").asString()).isEqualTo("es");
    }

    @Test
    void anAnswerNotifiesTheAuthorInAppAndByMail() {
        String post = alice.post("Who knows a good name for a cat?");
        String answer = bob.answer(post, "@" + alice.username + " Schrödinger, of course");

        alice.awaitNotified("mention", 1);
        JsonNode notification = alice.notifications("mention").getFirst();
        assertThat(notification.at("/status/id").asString()).isEqualTo(answer);
        assertThat(notification.at("/account/id").asString()).isEqualTo(bob.id);
        assertThat(alice.mails.await("Schrödinger").text()).contains(bob.username);

        JsonNode thread = stranger.api
                .get("/api/v1/statuses/" + post + "/context")
                .expect(200)
                .json();
        assertThat(Person.ids(thread.get("descendants"))).containsExactly(answer);
    }

    @Test
    void editAndDeletionTravelJustAsFar() {
        bob.follow(alice);
        String first = "Zephyranthes" + alice.username.replaceAll("[^a-z]", "");
        String second = "Helichrysum" + alice.username.replaceAll("[^a-z]", "");
        String post = alice.post("In bloom today: " + first);
        bob.awaitInHome(post);
        stranger.awaitFound(first, post);

        alice.api
                .put("/api/v1/statuses/" + post, Map.of("status", "In bloom today: " + second))
                .expect(200);
        stranger.awaitFound(second, post);
        assertThat(bob.api
                        .get("/api/v1/statuses/" + post)
                        .expect(200)
                        .json()
                        .get("edited_at")
                        .isNull())
                .isFalse();
        await().until(() -> bob.api
                .post("/api/v1/statuses/" + post + "/translate", Map.of("lang", "es"))
                .expect(200)
                .body()
                .contains(second));

        alice.api.delete("/api/v1/statuses/" + post).expect(200);
        bob.awaitNotInHome(post);
        await().until(() -> stranger.search(second).isEmpty());
        bob.api.get("/api/v1/statuses/" + post).expect(404);
        bob.api
                .post("/api/v1/statuses/" + post + "/translate", Map.of("lang", "es"))
                .expect(404);
    }

    @Test
    void privateWordsStayPrivate() {
        bob.follow(alice);
        String word = "Xanthoria" + alice.username.replaceAll("[^a-z]", "");
        String post = alice.post(Map.of("status", "Only for followers: " + word, "visibility", "private"));

        bob.awaitInHome(post);
        stranger.api.get("/api/v1/statuses/" + post).expect(404);
        new Http().get("/api/v1/statuses/" + post).expect(404);
        bob.api
                .post("/api/v1/statuses/" + post + "/translate", Map.of("lang", "es"))
                .expect(403);
        String visible = alice.post("For all: " + word);
        stranger.awaitFound(word, visible);
        assertThat(stranger.search(word)).doesNotContain(post);
    }
}
