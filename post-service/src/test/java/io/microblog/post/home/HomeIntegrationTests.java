package io.microblog.post.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.microblog.event.Event;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import io.microblog.kit.id.IdGenerator;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.post.home.HomeTimeline.Arrival;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostServiceTest
class HomeIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private HomeTimeline home;

    @Autowired
    private HomeSubscriptions subscriptions;

    @Autowired
    private DeliveredPosts delivered;

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
    void aPostReachesTheFollowerAndTheAuthorAndNobodyElse() {
        bob.follows(alice);

        long post = alice.posts("Hello");

        assertThat(alice.home()).containsExactly(post);
        await().untilAsserted(() -> assertThat(bob.home()).containsExactly(post));
        town.settle();
        assertThat(carol.home()).isEmpty();
    }

    @Test
    void editsAndDeletionsReachTheFollower() {
        bob.follows(alice);
        long post = alice.posts("Hello");
        long other = alice.posts("Good bye");
        await().untilAsserted(() -> assertThat(bob.home()).containsExactly(other, post));

        alice.edits(post, "Hello again");
        assertThat(requireNonNull(bob.reads("/api/v1/timelines/home")
                        .body()
                        .path(1)
                        .path("content")
                        .asString()))
                .contains("Hello again");

        alice.deletes(post);
        assertThat(bob.home()).containsExactly(other);
        town.settle();
        assertThat(entries(bob)).containsExactly(other);
        assertThat(entries(alice)).containsExactly(other);
    }

    @Test
    void anAnswerIsThereForThoseWhoFollowBothSides() {
        bob.follows(alice);
        carol.follows(alice, bob);
        Person dave = town.newcomer("dave");
        dave.follows(bob);
        long question = alice.posts("How are you?");

        long answer = bob.answers(question, "Fine");
        town.settle();

        assertThat(carol.home()).containsExactly(answer, question);
        assertThat(dave.home()).isEmpty();
        assertThat(bob.home()).containsExactly(answer, question);
    }

    @Test
    void anAnswerToOneselfIsThereForEveryFollower() {
        bob.follows(alice);
        long first = alice.posts("One");

        long second = alice.answers(first, "Two");
        town.settle();

        assertThat(bob.home()).containsExactly(second, first);
    }

    @Test
    void anAnswerIsThereForTheOneWhoIsAnswered() {
        bob.follows(alice);
        long question = bob.posts("Anybody?");

        long answer = alice.answers(question, "Me");
        town.settle();

        assertThat(bob.home()).containsExactly(answer, question);
    }

    @Test
    void anAnswerGoesWhenOneSideIsNoLongerFollowed() {
        carol.follows(alice, bob);
        long question = alice.posts("How are you?");
        long answer = bob.answers(question, "Fine");
        town.settle();

        carol.unfollows(alice);

        assertThat(carol.home()).doesNotContain(answer, question);
    }

    @Test
    void directPostsAreInNoHome() {
        bob.follows(alice);

        alice.posts("Psst, @" + bob.name(), "direct");
        town.settle();

        assertThat(entries(alice)).isEmpty();
        assertThat(entries(bob)).isEmpty();
    }

    @Test
    void privateAndUnlistedPostsReachFollowers() {
        bob.follows(alice);

        long unlisted = alice.posts("Quiet", "unlisted");
        long restricted = alice.posts("Quieter", "private");
        town.settle();

        assertThat(bob.home()).containsExactly(restricted, unlisted);
    }

    @Test
    void followingBringsTheNewestPostsAndUnfollowingTakesThemAway() {
        List<Long> posts = IntStream.range(0, 45)
                .mapToObj(number -> alice.posts("Post " + number))
                .toList();
        long own = bob.posts("Mine");
        alice.posts("Psst", "direct");
        town.settle();

        bob.follows(alice);
        // Of the 40 newest posts one is direct.
        assertThat(entries(bob)).hasSize(40).contains(own, posts.getLast()).doesNotContain(posts.get(5));

        bob.unfollows(alice);
        assertThat(entries(bob)).containsExactly(own);

        bob.follows(alice);
        assertThat(entries(bob)).hasSize(40);
    }

    @Test
    void replayedEventsChangeNothing() {
        Event follow = town.follow(bob, alice);
        town.happens(follow);
        long post = alice.posts("Hello");
        long gone = alice.posts("Oops");
        town.settle();
        alice.deletes(gone);
        town.happens(town.follow(carol, alice));
        town.settle();
        long before = town.count("SELECT count(*) FROM home_timeline");
        Event unfollow = town.unfollow(bob, alice);
        Event refollow = town.follow(bob, alice);
        town.happens(unfollow, refollow);
        town.settle();

        town.happens(created(post, alice), created(gone, alice), edited(gone, alice), deleted(gone, alice));
        town.happens(follow, unfollow, follow, refollow);
        town.settle();

        assertThat(town.count("SELECT count(*) FROM home_timeline")).isEqualTo(before);
        assertThat(entries(bob)).containsExactly(post);
        assertThat(followers(alice)).isEqualTo(2);
    }

    @Test
    void aRebalanceInTheMiddleOfBatchesLosesAndDoublesNothing() throws Exception {
        bob.follows(alice);
        town.settle();
        var posts = new ArrayList<Long>();

        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            Future<?> rebalances = others.submit(() -> {
                for (int time = 0; time < 3; time++) {
                    town.comeAndGo("post-service.fan-out", PostEvent.TOPIC);
                }
            });
            while (!rebalances.isDone()) {
                posts.add(alice.posts("Number " + posts.size()));
                TimeUnit.MILLISECONDS.sleep(20);
            }
            rebalances.get();
        }
        town.settle();

        assertThat(entries(bob)).isEqualTo(posts.reversed());
    }

    @Test
    void aReplayedPostDoesNotComeBackAfterItWasTrimmed() {
        bob.follows(alice);
        long post = alice.posts("Hello");
        town.settle();
        jdbc.sql("DELETE FROM home_timeline WHERE owner_id = :bob")
                .param("bob", bob.id())
                .update();

        town.happens(created(post, alice));
        town.settle();

        assertThat(entries(bob)).isEmpty();
    }

    @Test
    void aPostTooOldToBeKnownAsDeliveredIsNotDeliveredAgain() {
        bob.follows(alice);
        long post = alice.posts("Hello");
        town.settle();
        long old = post - (DeliveredPosts.REMEMBERED.plusDays(1).toMillis() << 16);
        jdbc.sql("INSERT INTO fan_out (post_id) VALUES (:old)")
                .param("old", old)
                .update();
        jdbc.sql("UPDATE post SET id = :old WHERE id = :post")
                .param("old", old)
                .param("post", post)
                .update();

        delivered.forgetOld();
        town.happens(created(old, alice));
        town.settle();

        assertThat(town.count("SELECT count(*) FROM fan_out WHERE post_id = " + old))
                .isZero();
        assertThat(town.count("SELECT count(*) FROM fan_out WHERE post_id = " + post))
                .isOne();
        assertThat(entries(bob)).doesNotContain(old);
    }

    @Test
    void answersToTheSameAuthorDoNotWaitForEachOther() {
        long first = undelivered(bob);
        long second = undelivered(carol);

        transactions.executeWithoutResult(_ -> {
            home.deliverMissing(List.of(new Arrival(first, bob.id(), alice.id())));
            Thread other = beside(() -> home.deliverMissing(List.of(new Arrival(second, carol.id(), alice.id()))));
            await().until(() -> !other.isAlive());
        });

        assertThat(town.count("SELECT count(*) FROM fan_out WHERE post_id = " + second))
                .isOne();
    }

    @Test
    void thoseWhoBeginToFollowTheSameAuthorDoNotWaitForEachOther() {
        long post = alice.posts("Hello");
        town.settle();

        transactions.executeWithoutResult(_ -> {
            subscriptions.backfill(bob.id(), alice.id());
            Thread other = beside(() -> subscriptions.backfill(carol.id(), alice.id()));
            await().until(() -> !other.isAlive());
        });

        assertThat(entries(carol)).containsExactly(post);
    }

    @Test
    void anAnswerWaitsForThoseWhoBeginToFollowTheAnsweredAuthor() {
        long answer = undelivered(bob);

        Thread delivery = requireNonNull(transactions.execute(_ -> {
            subscriptions.backfill(carol.id(), alice.id());
            Thread other = beside(() -> home.deliverMissing(List.of(new Arrival(answer, bob.id(), alice.id()))));
            await().until(() ->
                    town.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0);
            return other;
        }));

        await().until(() -> !delivery.isAlive());
        assertThat(town.count("SELECT count(*) FROM fan_out WHERE post_id = " + answer))
                .isOne();
    }

    /** A post as it is before it is delivered. */
    private long undelivered(Person author) {
        long post = author.posts("I think so");
        town.settle();
        jdbc.sql("DELETE FROM fan_out WHERE post_id = :post")
                .param("post", post)
                .update();
        return post;
    }

    private Thread beside(Runnable work) {
        return Thread.ofVirtual().start(() -> transactions.executeWithoutResult(_ -> work.run()));
    }

    @Test
    void eventsInTheWrongOrderEndInTheNewestState() {
        Event follow = town.follow(bob, alice);
        Event unfollow = town.unfollow(bob, alice);
        long post = alice.posts("Hello");

        town.happens(unfollow, follow);
        town.settle();

        assertThat(entries(bob)).doesNotContain(post);
        assertThat(followers(alice)).isZero();
    }

    @Test
    void aPostIsNeitherMissedNorLeftBehindWhileFollowsComeAndGo() {
        List<Person> fans =
                IntStream.range(0, 8).mapToObj(number -> town.newcomer("fan")).toList();
        var posts = new ArrayList<Long>();
        for (int number = 0; number < fans.size(); number++) {
            town.happens(town.follow(fans.get(number), alice));
            posts.add(alice.posts("Hello"));
            if (number % 2 == 1) {
                town.happens(town.unfollow(fans.get(number), alice));
                posts.add(alice.posts("Good bye"));
            }
        }
        town.settle();

        for (int number = 0; number < fans.size(); number++) {
            assertThat(entries(fans.get(number))).hasSize(number % 2 == 0 ? posts.size() : 0);
        }
    }

    /** As when bob's follow, which locks the author too, finds the post before fan-out does. */
    @Test
    void aPostReachesTheOthersWhenAFollowerHasItAlready() {
        bob.follows(alice);
        carol.follows(alice);
        town.settle();

        long post = Objects.requireNonNull(transactions.execute(transaction -> {
            new AuthorLocks(jdbc).together(alice.id());
            long early = alice.posts("Hello");
            jdbc.sql("INSERT INTO home_timeline (owner_id, post_id, author_id) VALUES (:bob, :post, :alice)")
                    .param("bob", bob.id())
                    .param("post", early)
                    .param("alice", alice.id())
                    .update();
            return early;
        }));
        town.settle();

        assertThat(entries(bob)).containsExactly(post);
        assertThat(entries(carol)).containsExactly(post);
    }

    @Test
    void pagesByAllThreeIds() {
        List<Long> posts = IntStream.range(0, 7)
                .mapToObj(number -> alice.posts("Post " + number))
                .toList();
        String home = "/api/v1/timelines/home";

        Reply newest = alice.reads(home + "?limit=3");
        assertThat(newest.ids()).containsExactly(posts.get(6), posts.get(5), posts.get(4));
        assertThat(newest.link())
                .isEqualTo(
                        "<http://localhost:8080%1$s?limit=3&max_id=%2$d>; rel=\"next\", <http://localhost:8080%1$s?limit=3&min_id=%3$d>; rel=\"prev\""
                                .formatted(home, posts.get(4), posts.get(6)));
        assertThat(alice.reads(home + "?limit=3&max_id=" + posts.get(4)).ids())
                .containsExactly(posts.get(3), posts.get(2), posts.get(1));
        assertThat(alice.reads(home + "?limit=2&since_id=" + posts.get(2)).ids())
                .containsExactly(posts.get(6), posts.get(5));
        assertThat(alice.reads(home + "?limit=2&min_id=" + posts.get(2)).ids())
                .containsExactly(posts.get(4), posts.get(3));
        Reply last = alice.reads(home + "?limit=3&max_id=" + posts.get(1));
        assertThat(last.ids()).containsExactly(posts.getFirst());
        assertThat(last.link()).doesNotContain("rel=\"next\"");
    }

    @Test
    void aPageIsFullAlthoughSomeEntriesAreNoLongerVisible() {
        bob.follows(alice, carol);
        List<Long> wanted = IntStream.range(0, 3)
                .mapToObj(number -> alice.posts("Stays " + number))
                .toList();
        IntStream.range(0, 5).forEach(number -> carol.posts("Goes " + number));
        town.settle();
        carol.isSuspended();

        assertThat(bob.reads("/api/v1/timelines/home?limit=3").ids()).containsExactlyElementsOf(wanted.reversed());
    }

    @Test
    void needsSomebodySignedIn() {
        assertThat(alice.readsSignedOut("/api/v1/timelines/home").status()).isEqualTo(401);
    }

    private List<Long> entries(Person owner) {
        return jdbc.sql("SELECT post_id FROM home_timeline WHERE owner_id = :owner ORDER BY post_id DESC")
                .param("owner", owner.id())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private long followers(Person person) {
        return person.reads("/api/v1/accounts/" + person.id() + "/statuses")
                .body()
                .path(0)
                .path("account")
                .path("followers_count")
                .asLong();
    }

    private static PostCreated created(long post, Person author) {
        return new PostCreated(state(post, author));
    }

    private static PostEdited edited(long post, Person author) {
        return new PostEdited(state(post, author));
    }

    private static PostDeleted deleted(long post, Person author) {
        return new PostDeleted(post, 2, author.id(), IdGenerator.timeOf(post));
    }

    private static PostState state(long post, Person author) {
        return new PostState(
                post,
                1,
                author.id(),
                null,
                null,
                Visibility.PUBLIC,
                "",
                "",
                "",
                false,
                null,
                List.of(),
                List.of(),
                IdGenerator.timeOf(post),
                null,
                List.of(),
                List.of(),
                null);
    }
}
