package io.microblog.post.reaction;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pinned posts and muted threads. */
@PostServiceTest
class PinsAndMutesIntegrationTests {

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
    void aPinnedPostIsListedApartAndMarkedForItsAuthor() {
        long post = alice.posts("Read me first");
        long other = alice.posts("Something else");

        Reply pinned = alice.does("pin", post);
        alice.does("pin", post);

        assertThat(pinned.body().path("pinned").asBoolean()).isTrue();
        String path = "/api/v1/accounts/" + alice.id() + "/statuses";
        assertThat(bob.reads(path + "?pinned=true").ids()).containsExactly(post);
        assertThat(bob.readsSignedOut(path + "?pinned=true").ids()).containsExactly(post);
        assertThat(bob.reads(path).ids()).containsExactly(other, post);
        assertThat(bob.reads("/api/v1/statuses/" + post).body().has("pinned")).isFalse();

        assertThat(alice.does("unpin", post).body().path("pinned").asBoolean()).isFalse();
        alice.does("unpin", post);
        assertThat(bob.reads(path + "?pinned=true").ids()).isEmpty();
    }

    @Test
    void onlyOnesOwnPostsArePinnedAndNoDirectOnes() {
        long post = alice.posts("Hello");
        long direct = alice.posts("Psst", "direct");

        assertThat(bob.tries("pin", post).status()).isEqualTo(422);
        assertThat(alice.tries("pin", alice.boosts(post)).status()).isEqualTo(422);
        assertThat(alice.tries("pin", direct).status()).isEqualTo(422);
        assertThat(bob.tries("pin", direct).status()).isEqualTo(404);
        assertThat(town.count("SELECT count(*) FROM pin WHERE post_id = " + post))
                .isZero();
    }

    @Test
    void aPinnedPrivatePostStaysAmongFollowers() {
        long post = alice.posts("Among us", "private");
        alice.does("pin", post);
        String path = "/api/v1/accounts/" + alice.id() + "/statuses?pinned=true";

        assertThat(bob.reads(path).ids()).isEmpty();
        bob.follows(alice);
        assertThat(bob.reads(path).ids()).containsExactly(post);
    }

    @Test
    void thereAreFivePinsAtMostAlsoWhenTheyComeAtOnce() throws Exception {
        List<Long> posts = IntStream.range(0, 8)
                .mapToObj(number -> alice.posts("Post " + number))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var replies = threads.invokeAll(posts.stream()
                    .<Callable<Reply>>map(post -> () -> alice.tries("pin", post))
                    .toList());
            for (var reply : replies) {
                assertThat(reply.get().status()).isIn(200, 422);
            }
        }

        assertThat(town.count("SELECT count(*) FROM pin WHERE account_id = " + alice.id()))
                .isEqualTo(Pins.MAX);
    }

    @Test
    void muteHoldsForTheWholeThreadAndForOnePerson() {
        long root = alice.posts("Root");
        long answer = bob.answers(root, "Answer");
        long deeper = alice.answers(answer, "Deeper");
        long elsewhere = alice.posts("Elsewhere");

        assertThat(bob.does("mute", answer).body().path("muted").asBoolean()).isTrue();
        bob.does("mute", deeper);

        assertThat(isMuted(bob, root)).isTrue();
        assertThat(isMuted(bob, deeper)).isTrue();
        assertThat(isMuted(bob, alice.answers(deeper, "Later"))).isTrue();
        assertThat(isMuted(bob, elsewhere)).isFalse();
        assertThat(isMuted(alice, root)).isFalse();

        assertThat(bob.does("unmute", root).body().path("muted").asBoolean()).isFalse();
        bob.does("unmute", root);
        assertThat(isMuted(bob, deeper)).isFalse();
    }

    @Test
    void tellsOthersWhichThreadsAreMuted() {
        long root = alice.posts("Root");
        long answer = bob.answers(root, "Answer");
        bob.does("mute", answer);
        bob.does("mute", root);
        bob.does("unmute", answer);
        bob.does("unmute", answer);

        await().untilAsserted(() -> assertThat(town.threadMutesOf(bob))
                .containsExactly("ThreadMuted " + root + " true", "ThreadUnmuted " + root + " false"));
        assertThat(town.threadMutesOf(alice)).isEmpty();
    }

    @Test
    void tellsToWhichThreadPostsBelong() {
        long root = alice.posts("Root");
        long answer = bob.answers(root, "Answer");

        await().untilAsserted(() -> assertThat(town.statesOf(answer))
                .extracting(state -> state.path("threadId").asString())
                .containsExactly(Long.toString(root)));
        assertThat(town.statesOf(root))
                .extracting(state -> state.path("threadId").asString())
                .containsExactly(Long.toString(root));
    }

    private static boolean isMuted(Person reader, long post) {
        return reader.reads("/api/v1/statuses/" + post).body().path("muted").asBoolean();
    }
}
