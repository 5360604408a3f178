package io.microblog.post.timeline;

import java.util.Locale;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PostServiceTest
class TimelinesIntegrationTests {

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
    void thePublicTimelineLeavesOutAnswersToOthers() {
        long question = alice.posts("Hello?");
        long answer = bob.answers(question, "Hello");
        long thread = alice.answers(question, "Is anybody there?");

        assertThat(bob.readsSignedOut("/api/v1/timelines/public?since_id=" + (question - 1))
                        .ids())
                .contains(question, thread)
                .doesNotContain(answer);
    }

    @Test
    void everybodyIsLocal() {
        long post = alice.posts("Hello");

        assertThat(bob.reads("/api/v1/timelines/public?local=true").ids()).contains(post);
        assertThat(bob.reads("/api/v1/timelines/public?remote=true").ids()).isEmpty();
        assertThat(bob.reads("/api/v1/timelines/public?remote=true&local=true").ids())
                .isEqualTo(bob.reads("/api/v1/timelines/public").ids())
                .isNotEmpty();
        assertThat(bob.reads("/api/v1/timelines/public?only_media=true").ids()).doesNotContain(post);
    }

    @Test
    void aHashtagIsFoundHoweverItIsWritten() {
        String tag = "Straße" + alice.id();
        long post = alice.posts("Auf der #" + tag);
        long answer = bob.answers(post, "Auch auf der #" + tag);

        assertThat(bob.reads("/api/v1/timelines/tag/"
                                + tag.toUpperCase(Locale.ROOT).replace("SS", "ß"))
                        .ids())
                .containsExactly(answer, post);
        assertThat(bob.reads("/api/v1/timelines/tag/nothing" + bob.id()).ids()).isEmpty();
        assertThat(bob.reads("/api/v1/timelines/tag/!?").status()).isEqualTo(200);
    }

    @Test
    void aHashtagFollowsEditsAndDeletion() {
        String before = "before" + alice.id();
        String after = "after" + alice.id();
        long post = alice.posts("#" + before);

        alice.edits(post, "#" + after);
        assertThat(bob.reads("/api/v1/timelines/tag/" + before).ids()).isEmpty();
        assertThat(bob.reads("/api/v1/timelines/tag/" + after).ids()).containsExactly(post);

        alice.deletes(post);
        assertThat(bob.reads("/api/v1/timelines/tag/" + after).ids()).isEmpty();
        assertThat(town.count("SELECT count(*) FROM post_hashtag WHERE post_id = " + post))
                .isZero();
    }

    @Test
    void anAuthorsPostsMayLeaveOutAnswersOrKeepToAHashtag() {
        long question = bob.posts("Hello?");
        long post = alice.posts("First #one" + alice.id());
        long answer = alice.answers(question, "Hello");
        long thread = alice.answers(post, "Second");
        String path = "/api/v1/accounts/" + alice.id() + "/statuses";

        assertThat(bob.reads(path).ids()).containsExactly(thread, answer, post);
        assertThat(bob.reads(path + "?exclude_replies=true").ids()).containsExactly(thread, post);
        assertThat(bob.reads(path + "?tagged=ONE" + alice.id()).ids()).containsExactly(post);
        assertThat(bob.reads(path + "?pinned=true").ids()).isEmpty();
        assertThat(bob.reads(path + "?only_media=1").ids()).isEmpty();
        assertThat(bob.reads(path + "?limit=1&max_id=" + thread).ids()).containsExactly(answer);
    }

    @Test
    void somebodyUnknownHasNoTimeline() {
        assertThat(bob.reads("/api/v1/accounts/42/statuses").status()).isEqualTo(404);
        assertThat(bob.reads("/api/v1/accounts/nonsense/statuses").status()).isEqualTo(404);
    }

    @Test
    void whoseEventIsLateHasATimelineAllTheSame() {
        Person late = town.newcomerWhoseEventIsLate("late");

        assertThat(bob.reads("/api/v1/accounts/" + late.id() + "/statuses").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_id=x", "since_id=1.5", "limit=many"})
    void refusesPagesThatAreNone(String page) {
        assertThat(alice.reads("/api/v1/timelines/home?" + page).status()).isBetween(400, 422);
        assertThat(alice.reads("/api/v1/timelines/public?" + page).status()).isBetween(400, 422);
    }

    @Test
    void aPageCostsTheSameWhateverIsOnIt() throws Exception {
        String tag = "cost" + alice.id();
        bob.follows(alice);
        // What others posted, such as polls, leaves the first page of the public timeline.
        Person stranger = town.newcomer("stranger");
        for (int i = 0; i < 20; i++) {
            stranger.posts("Plain");
        }
        alice.posts("#" + tag);
        town.settle();
        String[] paths = {
            "/api/v1/timelines/home", "/api/v1/timelines/public", "/api/v1/timelines/tag/" + tag,
        };
        int[] few = new int[paths.length];
        for (int i = 0; i < paths.length; i++) {
            String path = paths[i];
            few[i] = StatementCounter.during(() -> bob.reads(path));
        }
        long root = alice.posts("Root @" + bob.name());
        for (int i = 0; i < 15; i++) {
            Person other = town.newcomer("other");
            bob.follows(other);
            other.posts("#" + tag + " for @" + bob.name() + " and @" + alice.name());
            other.answers(root, "Yes, @" + alice.name());
        }
        town.settle();

        for (int i = 0; i < paths.length; i++) {
            String path = paths[i];
            assertThat(StatementCounter.during(() -> bob.reads(path)))
                    .as(path)
                    .isEqualTo(few[i])
                    .isEqualTo(3);
        }
        assertThat(StatementCounter.during(() -> bob.reads("/api/v1/statuses/" + root + "/context")))
                .isLessThanOrEqualTo(8);
    }
}
