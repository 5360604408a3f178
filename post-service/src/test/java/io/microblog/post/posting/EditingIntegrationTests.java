package io.microblog.post.posting;

import java.util.List;
import java.util.Map;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.testing.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PostServiceTest
class EditingIntegrationTests {

    @Autowired
    private Town town;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void anEditChangesWhatThePostSaysAndKeepsItsHistory() {
        long post = alice.posts("One");

        Reply edited = alice.edits(post, Map.of("status", "Two @" + bob.name(), "spoiler_text", "Numbers"));
        alice.edits(post, "Three");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.id()).isEqualTo(post);
        assertThat(edited.text("edited_at")).isNotNull();
        assertThat(edited.ids("mentions")).containsExactly(bob.id());
        Reply history = bob.reads("/api/v1/statuses/" + post + "/history");
        assertThat(history.body().size()).isEqualTo(3);
        assertThat(history.body().path(0).path("content").asString()).isEqualTo("<p>One</p>");
        assertThat(history.body().path(1).path("spoiler_text").asString()).isEqualTo("Numbers");
        assertThat(history.body().path(2).path("content").asString()).isEqualTo("<p>Three</p>");
        assertThat(history.body().path(0).path("account").path("id").asLong()).isEqualTo(alice.id());
        assertThat(history.body().path(1).path("created_at").asString()).isEqualTo(edited.text("edited_at"));
    }

    @Test
    void aPostThatWasNeverEditedHasAHistoryOfOne() {
        long post = alice.posts("One");

        assertThat(alice.reads("/api/v1/statuses/" + post + "/history").body().size())
                .isEqualTo(1);
    }

    @Test
    void anEditThatChangesNothingIsNone() {
        long post = alice.posts("One");
        town.settle();

        Reply reply = alice.edits(post, "One");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("edited_at")).isNull();
        assertThat(version(post)).isEqualTo(1);
    }

    @Test
    void anEditIsInItsOwnLanguageUnlessTheAuthorChoseOne() {
        long told = alice.posts("今日は寒いですね");
        long chosen =
                alice.tries(Map.of("status", "今日は寒いですね", "language", "en")).id();

        assertThat(alice.edits(told, "Σήμερα κάνει πολύ κρύο").text("language")).isEqualTo("el");
        assertThat(alice.edits(told, Map.of("status", "오늘은 정말 춥네요", "language", "el"))
                        .text("language"))
                .isEqualTo("ko");
        assertThat(alice.edits(chosen, "Σήμερα κάνει πολύ κρύο").text("language"))
                .isEqualTo("en");
        assertThat(alice.edits(told, Map.of("status", "오늘은 정말 춥네요!", "language", "de"))
                        .text("language"))
                .isEqualTo("de");
        assertThat(alice.edits(told, "今日は寒いですね").text("language")).isEqualTo("de");
    }

    @Test
    void theSourceIsWhatTheAuthorTyped() {
        long post = alice.tries(
                        Map.of("status", "**One**\r\n\r\ntwo", "content_type", "text/plain", "spoiler_text", "Numbers"))
                .id();

        Reply source = alice.reads("/api/v1/statuses/" + post + "/source");

        assertThat(source.text("id")).isEqualTo(Long.toString(post));
        assertThat(source.text("text")).isEqualTo("**One**\r\n\r\ntwo");
        assertThat(source.text("spoiler_text")).isEqualTo("Numbers");
        assertThat(source.text("content_type")).isEqualTo("text/plain");
    }

    @Test
    void refusesABadEditAndKeepsThePost() {
        long post = alice.posts("One");
        town.settle();

        assertThat(alice.edits(post, " ").text("error")).isEqualTo("Validation failed: Text can't be blank");
        assertThat(alice.edits(post, Map.of("status", "Two", "language", "?"))
                        .body()
                        .path("details")
                        .has("language"))
                .isTrue();

        assertThat(alice.reads("/api/v1/statuses/" + post).text("content")).isEqualTo("<p>One</p>");
        assertThat(version(post)).isEqualTo(1);
        assertThat(town.count("SELECT count(*) FROM outbox")).isZero();
    }

    @Test
    void somebodyElsesPostIsNotThereToChange() {
        long post = alice.posts("One");

        assertThat(bob.edits(post, "Two").status()).isEqualTo(404);
        assertThat(bob.deletes(post).status()).isEqualTo(404);
        assertThat(bob.edits(42, "Two").status()).isEqualTo(404);
        assertThat(bob.deletes(42).status()).isEqualTo(404);

        assertThat(alice.reads("/api/v1/statuses/" + post).text("content")).isEqualTo("<p>One</p>");
    }

    @Test
    void aDeletionAnswersWithTheTextAndLeavesNothing() {
        long post = alice.posts("**One** #tag @" + bob.name());
        alice.edits(post, "**Two** #tag @" + bob.name());

        Reply deleted = alice.deletes(post);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text("text")).isEqualTo("**Two** #tag @" + bob.name());
        assertThat(deleted.ids("mentions")).containsExactly(bob.id());
        assertThat(alice.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(alice.deletes(post).status()).isEqualTo(404);
        for (String table : new String[] {"post_counts", "post_revision", "post_hashtag", "home_timeline"}) {
            assertThat(town.count("SELECT count(*) FROM %s WHERE post_id = %d".formatted(table, post)))
                    .as(table)
                    .isZero();
        }
        assertThat(town.count("SELECT statuses FROM author_counts WHERE author_id = " + alice.id()))
                .isZero();
        assertThat(town.count(
                        "SELECT count(*) FROM author_counts WHERE last_id IS NOT NULL AND author_id = " + alice.id()))
                .isZero();
    }

    @Test
    void everyChangeIsToldWithItsVersion() {
        long post = alice.posts("One");
        alice.edits(post, "Two");
        alice.deletes(post);
        town.settle();

        assertThat(town.eventsOf(post))
                .containsExactly("PostCreated 1 <p>One</p>", "PostEdited 2 <p>Two</p>", "PostDeleted 3");
    }

    @Test
    void imagesAndPollsAreToldWithEachChange() {
        long image = alice.triesToUpload(Pictures.jpeg(80, 60), Map.of("description", "A heron"))
                .id();
        long plain = alice.uploads(Pictures.jpeg(80, 60));
        long shown = alice.posts("Look", image, plain);
        alice.edits(
                shown,
                Map.of(
                        "status", "Look",
                        "media_ids", List.of("" + image),
                        "media_attributes", List.of(Map.of("id", "" + image, "description", "A crane"))));
        long asked = alice.tries(Map.of(
                        "status", "Which?", "poll", Map.of("options", List.of("Tea", "Coffee"), "expires_in", 600)))
                .id();
        alice.edits(asked, "Which one?");
        town.settle();

        assertThat(town.statesOf(shown).stream()
                        .map(state -> state.path("media").toString()))
                .containsExactly(
                        "[{\"type\":\"image\",\"description\":\"A heron\"},{\"type\":\"image\",\"description\":null}]",
                        "[{\"type\":\"image\",\"description\":\"A crane\"}]");
        assertThat(town.statesOf(asked).stream()
                        .map(state -> state.path("pollOptions").toString()))
                .containsExactly("[\"Tea\",\"Coffee\"]", "[\"Tea\",\"Coffee\"]");
        assertThat(town.statesOf(shown).getFirst().path("pollOptions").isEmpty())
                .isTrue();
    }

    private long version(long post) {
        return town.count("SELECT version FROM post WHERE id = " + post);
    }
}
