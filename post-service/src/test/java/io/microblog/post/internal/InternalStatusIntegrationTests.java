package io.microblog.post.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@PostServiceTest
class InternalStatusIntegrationTests {

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
    void answersInTheOrderAskedAndLeavesOutWhatTheReaderMayNotSee() {
        long first = alice.posts("One");
        long second = alice.posts("Two");
        long hidden = alice.posts("Three", "private");

        Reply reply =
                bob.readsThroughService("/internal/statuses?id=%d&id=%d&id=%d&id=7".formatted(second, hidden, first));

        assertThat(reply.ids()).containsExactly(second, first);
        assertThat(reply.body().path(0).path("favourited").isBoolean()).isTrue();
    }

    @Test
    void tellsTheTextForTranslation() {
        long post = alice.posts("Привет **всем**");
        alice.edits(post, Map.of("status", "Привет всем", "language", "ru", "spoiler_text", "Тест"));

        Reply reply = bob.readsThroughService("/internal/statuses/" + post + "/text");

        assertThat(reply.keys())
                .containsExactly("id", "version", "visibility", "language", "content", "spoiler_text", "muted");
        assertThat(reply.text("content")).isEqualTo("<p>Привет всем</p>");
        assertThat(reply.text("language")).isEqualTo("ru");
        assertThat(reply.text("spoiler_text")).isEqualTo("Тест");
        assertThat(reply.body().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void saysWhetherTheReaderHasMutedTheThread() {
        long post = alice.posts("One");
        long answer = alice.answers(post, "Two");
        bob.does("mute", post);

        String text = "/internal/statuses/" + answer + "/text";
        assertThat(bob.readsThroughService(text).body().path("muted").asBoolean())
                .isTrue();
        assertThat(alice.readsThroughService(text).body().path("muted").asBoolean())
                .isFalse();
    }

    @Test
    void tellsTextsEachToItsReader() {
        long open = alice.posts("One");
        long hidden = alice.posts("Two", "private");
        bob.does("mute", open);

        Reply reply = bob.asksThroughService(
                "/internal/statuses/texts",
                List.of(wanted(open, bob), wanted(hidden, bob), wanted(hidden, alice), wanted(7, bob)));

        assertThat(reply.body().valueStream())
                .extracting(
                        read -> read.path("reader_id").asLong(),
                        read -> read.at("/text/id").asLong(),
                        read -> read.at("/text/muted").asBoolean())
                .containsExactlyInAnyOrder(
                        tuple(bob.account().id(), open, true),
                        tuple(alice.account().id(), hidden, false));
    }

    @Test
    void tellsNoMoreTextsAtOnceThanItMay() {
        List<?> many = Collections.nCopies(101, wanted(7, bob));

        assertThat(bob.asksThroughService("/internal/statuses/texts", many).status())
                .isEqualTo(422);
    }

    private static Map<String, String> wanted(long post, Person reader) {
        return Map.of(
                "id",
                Long.toString(post),
                "reader_id",
                Long.toString(reader.account().id()));
    }

    @Test
    void refusesPeople() {
        long post = alice.posts("One");

        assertThat(alice.reads("/internal/statuses?id=" + post).status()).isEqualTo(401);
        assertThat(alice.readsSignedOut("/internal/statuses?id=" + post).status())
                .isEqualTo(401);
    }

    @Test
    void refusesTooManyIds() {
        String query = IntStream.rangeClosed(1, 101).mapToObj(id -> "id=" + id).collect(Collectors.joining("&"));

        assertThat(alice.readsThroughService("/internal/statuses?" + query).status())
                .isEqualTo(422);
    }

    @Test
    void namesTheBestOfThoseWhomAReaderFollows() {
        Person carol = town.newcomer("carol");
        Person dave = town.newcomer("dave");
        bob.follows(alice, carol);
        long old = alice.posts("Old");
        long good = alice.posts("Good");
        long better = carol.posts("Better");
        long stranger = dave.posts("Unknown to Bob");
        long hidden = alice.posts("Secret", "direct");
        long answer = alice.answers(better, "An answer");
        long muted = carol.posts("Not again");
        alice.posts("Nobody minds");
        for (long post : List.of(old, good, better, stranger, answer, muted)) {
            dave.does("favourite", post);
        }
        alice.does("favourite", hidden);
        dave.does("reblog", better);
        bob.does("mute", muted);

        Reply best = bob.readsThroughService("/internal/statuses/highlights?since=" + old);
        assertThat(best.body()
                        .valueStream()
                        .map(one -> one.at("/text/id").asString()
                                + one.at("/text/content").asString()))
                .containsExactly(better + "<p>Better</p>", good + "<p>Good</p>");
        assertThat(best.body().path(0).path("author_id").asString()).isEqualTo(Long.toString(carol.id()));
        town.mutes(bob, carol, true);
        assertThat(bob.readsThroughService("/internal/statuses/highlights?since=" + old)
                        .body())
                .hasSize(1);
    }
}
