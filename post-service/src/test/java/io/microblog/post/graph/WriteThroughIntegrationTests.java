package io.microblog.post.graph;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.microblog.event.AccountState;
import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/** What user-service has written through is in force, while every event about it is still on its way. */
@PostServiceTest
class WriteThroughIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KafkaListenerEndpointRegistry consumers;

    private Person alice;
    private Person bob;

    @BeforeEach
    void noEventArrives() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob").follows(alice);
        consumers.stop();
    }

    @AfterEach
    void eventsArriveAgain() {
        consumers.start();
    }

    @Test
    void theNextPostGetsTheNewDefaults() {
        isToldDefaults(new PostingDefaults(Visibility.PRIVATE, true, "eu"));

        Reply post = alice.tries(Map.of("status", "Between us"));

        assertThat(post.text("visibility")).isEqualTo("private");
        assertThat(post.body().path("sensitive").asBoolean()).isTrue();
        assertThat(post.text("language")).isEqualTo("eu");
        assertThat(town.newcomerWhoseEventIsLate("carol")
                        .reads("/api/v1/statuses/" + post.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aBoostGetsTheNewDefault() {
        long post = bob.posts("For everybody");
        isToldDefaults(new PostingDefaults(Visibility.PRIVATE, false, null));

        assertThat(alice.does("reblog", post).text("visibility")).isEqualTo("private");
        isToldDefaults(new PostingDefaults(Visibility.DIRECT, false, null));
        long other = bob.posts("For everybody, too");
        assertThat(alice.does("reblog", other).text("visibility")).isEqualTo("private");
        assertThat(bob.does("reblog", other).text("visibility")).isEqualTo("public");
    }

    @Test
    void theBlockedSeeNothingAndReactToNothing() {
        long post = alice.posts("Hello");
        long boost = alice.boosts(post);
        RelationshipEvent block = town.block(alice, bob);

        town.isTold(block.relationship(), town.unfollow(bob, alice).relationship());

        assertThat(bob.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(bob.reads("/api/v1/statuses/" + boost).status()).isEqualTo(404);
        assertThat(bob.tries("favourite", post).status()).isEqualTo(404);
        assertThat(bob.tries("reblog", post).status()).isEqualTo(404);
        assertThat(bob.tries(Map.of("status", "Why?", "in_reply_to_id", Long.toString(post)))
                        .status())
                .isEqualTo(404);
        assertThat(bob.home()).doesNotContain(post, boost);
        assertThat(bob.reads("/api/v1/accounts/" + alice.id() + "/statuses").ids())
                .isEmpty();
    }

    @Test
    void whoIsNoFollowerAnyMoreSeesNothingPrivate() {
        long post = alice.posts("For friends", "private");
        assertThat(bob.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);

        town.isTold(town.unfollow(bob, alice).relationship());

        assertThat(bob.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(bob.home()).doesNotContain(post);
    }

    @Test
    void whoWasLetInSeesWhatIsPrivate() {
        Person carol = lateNewcomer("carol");
        long post = alice.posts("For friends", "private");

        town.isTold(town.follow(carol, alice).relationship());

        assertThat(carol.reads("/api/v1/statuses/" + post).status()).isEqualTo(200);
        assertThat(carol.home()).contains(post);
    }

    @Test
    void theMutedLeaveHome() {
        long post = alice.posts("Noise");

        town.isTold(town.mute(bob, alice, true));

        assertThat(bob.home()).doesNotContain(post);
        assertThat(bob.reads("/api/v1/timelines/public").ids()).doesNotContain(post);
    }

    @Test
    void theSuspendedAreGone() {
        long post = alice.posts("Spam");

        town.isTold(suspended(alice.account()));

        assertThat(bob.reads("/api/v1/statuses/" + post).status()).isEqualTo(404);
        assertThat(alice.tries(Map.of("status", "More")).status()).isEqualTo(403);
    }

    @Test
    void theEventThatComesLaterChangesNothing() {
        RelationshipEvent follow = town.follow(alice, bob);
        UserUnfollowed unfollow = town.unfollow(alice, bob);
        town.isTold(unfollow.relationship());
        town.happens(follow, unfollow);
        consumers.start();
        town.settle();

        assertThat(following(alice)).isZero();
        assertThat(followers(bob)).isZero();
        town.isTold(follow.relationship());
        assertThat(following(alice)).isZero();
    }

    @Test
    void severalAtOnceCountOnce() throws Exception {
        RelationshipState first = town.follow(alice, bob).relationship();
        RelationshipState second = town.unfollow(alice, bob).relationship();
        RelationshipState third = town.follow(alice, bob).relationship();
        Callable<Integer> one = () -> town.isTold(first);
        Callable<Integer> two = () -> town.isTold(second);
        Callable<Integer> three = () -> town.isTold(third);

        try (var executor = Executors.newFixedThreadPool(6)) {
            assertThat(executor.invokeAll(List.of(one, three, two, one, two, three)))
                    .allSatisfy(answer -> assertThat(answer.resultNow()).isEqualTo(204));
        }

        assertThat(following(alice)).isOne();
        assertThat(followers(bob)).isOne();
    }

    @Test
    void nobodyElseMaySay() {
        RelationshipState block = town.block(alice, bob).relationship();

        assertThat(town.hearsFrom("search-service", "relationship-states", List.of(block)))
                .isEqualTo(403);
        assertThat(town.hearsFrom("search-service", "account-states", List.of(suspended(alice.account()))))
                .isEqualTo(403);
        assertThat(bob.reads("/api/v1/accounts/" + alice.id() + "/statuses").status())
                .isEqualTo(200);
    }

    private void isToldDefaults(PostingDefaults defaults) {
        town.isTold(town.changed(alice.account(), defaults));
    }

    private AccountState suspended(AccountState account) {
        return town.suspended(account);
    }

    private Person lateNewcomer(String name) {
        return town.newcomerWhoseEventIsLate(name);
    }

    private long following(Person person) {
        return counted("following", person);
    }

    private long followers(Person person) {
        return counted("followers", person);
    }

    private long counted(String what, Person person) {
        return jdbc.sql("SELECT coalesce(max(" + what + "), 0) FROM author_counts WHERE author_id = :id")
                .param("id", person.id())
                .query(Long.class)
                .single();
    }
}
