package io.microblog.post.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@PostServiceTest
class PollIntegrationTests {

    private static final Map<String, Object> TEA_OR_COFFEE =
            Map.of("options", List.of("Tea", "Coffee"), "expires_in", 600);

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PollEnds ends;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        carol = town.newcomer("carol");
    }

    @Test
    void aPollIsAskedWithThePost() {
        JsonNode poll = asks(TEA_OR_COFFEE);

        assertThat(poll.path("id").asString()).matches("\\d+");
        assertThat(poll.path("expires_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(poll.path("expired").asBoolean()).isFalse();
        assertThat(poll.path("multiple").asBoolean()).isFalse();
        assertThat(poll.path("votes_count").asLong()).isZero();
        assertThat(poll.path("voters_count").isNull()).isTrue();
        assertThat(poll.path("options").path(1).path("title").asString()).isEqualTo("Coffee");
        assertThat(poll.path("options").path(1).path("votes_count").asLong()).isZero();
        assertThat(poll.path("emojis").isArray()).isTrue();
        assertThat(poll.path("voted").asBoolean()).isTrue();
        assertThat(poll.path("own_votes").size()).isZero();
        JsonNode signedOut = bob.readsSignedOut(
                        "/api/v1/polls/" + poll.path("id").asString())
                .body();
        assertThat(signedOut.has("voted")).isFalse();
        assertThat(signedOut.path("options").size()).isEqualTo(2);
    }

    @Test
    void aPollComesInEveryEncoding() {
        Map<String, String> form = new HashMap<>(Map.of("status", "Drinks?", "poll[expires_in]", "600"));
        form.put("poll[options][0]", "Tea");
        form.put("poll[options][1]", "Coffee");
        form.put("poll[multiple]", "true");

        for (Reply reply :
                List.of(alice.sendsForm("/api/v1/statuses", form), alice.sendsMultipart("/api/v1/statuses", form))) {
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
            assertThat(reply.body().path("poll").path("options").size()).isEqualTo(2);
            assertThat(reply.body().path("poll").path("multiple").asBoolean()).isTrue();
        }
    }

    static Stream<Arguments> unacceptablePolls() {
        String tooLong = "x".repeat(51);
        return Stream.of(
                arguments(Map.of("options", List.of("Tea"), "expires_in", 600), "poll.options"),
                arguments(Map.of("options", List.of("a", "b", "c", "d", "e"), "expires_in", 600), "poll.options"),
                arguments(Map.of("options", List.of("Tea", " "), "expires_in", 600), "poll.options"),
                arguments(Map.of("options", List.of("Tea", tooLong), "expires_in", 600), "poll.options"),
                arguments(Map.of("options", List.of("Tea", "\u200B"), "expires_in", 600), "poll.options"),
                arguments(Map.of("options", List.of("Tea", "\u3164\u00A0"), "expires_in", 600), "poll.options"),
                arguments(
                        Map.of("options", List.of("Tea", "a" + "\u0301".repeat(2_000)), "expires_in", 600),
                        "poll.options"),
                arguments(Map.of("options", List.of("Tea", "Tea"), "expires_in", 600), "poll.options"),
                arguments(Map.of("options", List.of("Tea", "Coffee")), "poll.expires_in"),
                arguments(Map.of("options", List.of("Tea", "Coffee"), "expires_in", 299), "poll.expires_in"),
                arguments(Map.of("options", List.of("Tea", "Coffee"), "expires_in", 2_678_401), "poll.expires_in"),
                arguments(Map.of("options", List.of("Tea", "Coffee"), "expires_in", "soon"), "poll.expires_in"));
    }

    @Test
    void anOptionCountsWhatPeopleSee() {
        List<String> options = List.of("👨‍👩‍👧‍👦".repeat(50), "Tea");

        assertThat(alice.tries(Map.of("status", "?", "poll", Map.of("options", options, "expires_in", 600)))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("unacceptablePolls")
    void refusesAPollThatCannotBe(Map<String, Object> poll, String field) {
        Reply reply = alice.tries(Map.of("status", "Drinks?", "poll", poll));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.keys()).contains("error");
        assertThat(reply.body().path("details").has(field))
                .as(reply.body().toString())
                .isTrue();
        assertThat(town.count("SELECT count(*) FROM post WHERE author_id = " + alice.id()))
                .isZero();
    }

    @Test
    void aVoteIsTakenOnce() {
        String poll = asks(TEA_OR_COFFEE).path("id").asString();

        Reply voted = votes(bob, poll, 1);

        assertThat(voted.status()).isEqualTo(200);
        assertThat(voted.body().path("voted").asBoolean()).isTrue();
        assertThat(voted.body().path("own_votes").path(0).asInt()).isEqualTo(1);
        assertThat(voted.body().path("votes_count").asLong()).isOne();
        assertThat(votes(bob, poll, 0).text("error")).contains("already voted");
        assertThat(votes(alice, poll, 0).text("error")).contains("own polls");
        assertThat(votes(carol, poll).status()).isEqualTo(422);
        assertThat(votes(carol, poll, 0, 1).body().path("details").has("choices"))
                .isTrue();
        assertThat(votes(carol, poll, 2).status()).isEqualTo(422);
        assertThat(votes(carol, poll, -1).status()).isEqualTo(422);
        assertThat(bob.tries(Map.of("status", "x")).status()).isEqualTo(200);
        assertThat(numbers(carol, poll)).containsExactly(0L, 1L);
        assertThat(votes(carol, "42", 0).status()).isEqualTo(404);
    }

    @Test
    void severalOptionsWhereTheAuthorAllowsIt() {
        String poll = asks(Map.of("options", List.of("a", "b", "c"), "expires_in", 600, "multiple", true))
                .path("id")
                .asString();

        votes(bob, poll, 0, 2, 2);
        Reply voted = carol.sendsForm("/api/v1/polls/" + poll + "/votes", Map.of("choices[]", "2"));

        assertThat(voted.body().path("voters_count").asLong()).isEqualTo(2);
        assertThat(voted.body().path("votes_count").asLong()).isEqualTo(3);
        assertThat(numbers(alice, poll)).containsExactly(1L, 0L, 2L);
    }

    @Test
    void manyVotesAtOnceAreCountedExactly() throws Exception {
        String poll = asks(TEA_OR_COFFEE).path("id").asString();
        List<Person> voters =
                IntStream.range(0, 6).mapToObj(number -> town.newcomer("voter")).toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var acts = voters.stream()
                    .flatMap(voter ->
                            Stream.<Callable<Reply>>of(() -> votes(voter, poll, 0), () -> votes(voter, poll, 1)))
                    .toList();
            for (var act : threads.invokeAll(acts)) {
                assertThat(act.get().status()).isIn(200, 422);
            }
        }

        assertThat(numbers(alice, poll).stream().mapToLong(Long::longValue).sum())
                .isEqualTo(6);
        assertThat(town.count("SELECT voters FROM poll WHERE id = " + poll)).isEqualTo(6);
    }

    @Test
    void numbersMayStayHiddenUntilTheEnd() {
        String poll = asks(Map.of("options", List.of("a", "b"), "expires_in", 600, "hide_totals", true))
                .path("id")
                .asString();
        votes(bob, poll, 0);
        assertThat(bob.reads("/api/v1/polls/" + poll)
                        .body()
                        .path("options")
                        .path(0)
                        .path("votes_count")
                        .isNull())
                .isTrue();

        expire(poll);

        assertThat(numbers(bob, poll)).containsExactly(1L, 0L);
    }

    @Test
    void aPollEndsOnceHoweverManyLook() throws Exception {
        JsonNode asked = asks(TEA_OR_COFFEE);
        String poll = asked.path("id").asString();
        votes(bob, poll, 0);
        expire(poll);
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(java.util.Collections.nCopies(4, Executors.callable(ends::endAllDue)));
        }
        await().until(() -> town.count("SELECT count(*) FROM poll WHERE ended AND id = " + poll) == 1);
        town.settle();

        assertThat(votes(carol, poll, 0).text("error")).contains("already ended");
        assertThat(bob.reads("/api/v1/polls/" + poll).body().path("expired").asBoolean())
                .isTrue();
        long post = town.count("SELECT post_id FROM poll WHERE id = " + poll);
        assertThat(town.reactionsTo(post)).containsExactly("PollEnded 0 0 0");
    }

    @Test
    void onlyWhoSeesThePostVotes() {
        Reply restricted = alice.tries(Map.of("status", "Drinks?", "visibility", "private", "poll", TEA_OR_COFFEE));
        String poll = restricted.body().path("poll").path("id").asString();

        assertThat(bob.reads("/api/v1/polls/" + poll).status()).isEqualTo(404);
        assertThat(votes(bob, poll, 0).status()).isEqualTo(404);
        carol.follows(alice);
        assertThat(votes(carol, poll, 0).status()).isEqualTo(200);
    }

    @Test
    void anotherQuestionIsAnotherPoll() {
        Reply asked = alice.tries(Map.of("status", "Drinks?", "poll", TEA_OR_COFFEE));
        String poll = asked.body().path("poll").path("id").asString();
        votes(bob, poll, 0);

        Reply same = alice.edits(asked.id(), Map.of("status", "Drinks, please?", "poll", TEA_OR_COFFEE));
        assertThat(same.body().path("poll").path("id").asString()).isEqualTo(poll);
        assertThat(numbers(bob, poll)).containsExactly(1L, 0L);
        assertThat(alice.edits(asked.id(), "Drinks?")
                        .body()
                        .path("poll")
                        .path("id")
                        .asString())
                .isEqualTo(poll);

        Reply other = alice.edits(
                asked.id(),
                Map.of("status", "Food?", "poll", Map.of("options", List.of("Rice", "Bread"), "expires_in", 600)));
        assertThat(other.body().path("poll").path("id").asString()).isNotEqualTo(poll);
        assertThat(other.body().path("poll").path("votes_count").asLong()).isZero();
        assertThat(bob.reads("/api/v1/polls/" + poll).status()).isEqualTo(404);
    }

    @Test
    void theHistoryTellsWhatWasAsked() {
        Reply asked = alice.tries(Map.of("status", "Drinks?", "poll", TEA_OR_COFFEE));

        Reply edited = alice.edits(
                asked.id(),
                Map.of("status", "Drinks?", "poll", Map.of("options", List.of("Milk", "Juice"), "expires_in", 600)));

        assertThat(edited.text("edited_at")).isNotNull();
        JsonNode versions =
                bob.reads("/api/v1/statuses/" + asked.id() + "/history").body();
        assertThat(versions.findValuesAsString("title")).containsExactly("Tea", "Coffee", "Milk", "Juice");
        assertThat(bob.reads("/api/v1/statuses/" + alice.posts("Nothing") + "/history")
                        .body()
                        .path(0)
                        .path("poll")
                        .isNull())
                .isTrue();
    }

    @Test
    void goesWithItsPost() {
        Reply asked = alice.tries(Map.of("status", "Drinks?", "poll", TEA_OR_COFFEE));
        String poll = asked.body().path("poll").path("id").asString();
        votes(bob, poll, 0);

        Reply deleted = alice.deletes(asked.id());

        assertThat(deleted.text("text")).isEqualTo("Drinks?");
        assertThat(deleted.body().path("poll").path("options").size()).isEqualTo(2);
        assertThat(bob.reads("/api/v1/polls/" + poll).status()).isEqualTo(404);
        assertThat(town.count("SELECT count(*) FROM poll_vote WHERE poll_id = " + poll))
                .isZero();
    }

    private JsonNode asks(Map<String, Object> poll) {
        Reply reply = alice.tries(Map.of("status", "Drinks?", "poll", poll));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body().path("poll");
    }

    private static Reply votes(Person voter, String poll, Integer... choices) {
        return voter.sends(HttpMethod.POST, "/api/v1/polls/" + poll + "/votes", Map.of("choices", List.of(choices)));
    }

    private static List<Long> numbers(Person reader, String poll) {
        return reader.reads("/api/v1/polls/" + poll)
                .body()
                .path("options")
                .valueStream()
                .map(option -> option.path("votes_count").asLong())
                .toList();
    }

    private void expire(String poll) {
        jdbc.sql("UPDATE poll SET expires_at = now() - interval '1 second' WHERE id = :poll")
                .param("poll", Long.valueOf(poll))
                .update();
    }
}
