package io.microblog.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.Visibility;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** New posts of those of whom one wants to hear, and edits of what one boosted. */
@NotificationServiceTest
class BellAndEditIntegrationTests {

    @Autowired
    private World world;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        carol = world.newcomer("carol");
    }

    @Test
    void tellsFollowersWithABellOfEachPost() {
        world.happens(world.followWithBell(alice, bob, null));
        carol.follows(bob);
        world.settle();
        PostDraft post = bob.writes("News").publish();
        world.settleWithMail();

        assertThat(alice.notifications().each("type")).containsExactly("status");
        assertThat(alice.notifications()
                        .body()
                        .path(0)
                        .path("status")
                        .path("id")
                        .asString())
                .isEqualTo(Long.toString(post.id()));
        assertThat(carol.notifications().ids()).isEmpty();
        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(alice.unread()).isOne();
    }

    @Test
    void tellsOfAPostOnceThoughItNamesToo() {
        world.happens(world.followWithBell(alice, bob, null));
        world.settle();
        PostDraft post = bob.writes("News").to(alice).publish();
        post.edit("News!");
        world.settle();

        assertThat(alice.notifications().each("type")).containsExactly("mention");
    }

    @Test
    void doesNotTellOfAnswersOrDirectPostsOrOtherLanguages() {
        Person dora = world.newcomer("dora");
        world.happens(world.followWithBell(alice, bob, null));
        world.happens(world.followWithBell(dora, bob, List.of("es")));
        world.settle();
        bob.writes("Answer").answering(carol).publish();
        bob.writes("Secret").to(carol).visibleTo(Visibility.DIRECT).publish();
        world.settle();
        assertThat(alice.notifications().ids()).isEmpty();

        bob.writes("In English").publish();
        world.settle();
        assertThat(alice.notifications().each("type")).containsExactly("status");
        assertThat(dora.notifications().ids()).isEmpty();
    }

    @Test
    void tellsOfAnswersToOneself() {
        world.happens(world.followWithBell(alice, bob, null));
        world.settle();
        bob.writes("And further").answering(bob).publish();
        world.settle();

        assertThat(alice.notifications().each("type")).containsExactly("status");
    }

    @Test
    void stopsWithTheBell() {
        UserFollowed withBell = world.followWithBell(alice, bob, null);
        world.happens(withBell, world.follow(alice, bob));
        world.settle();
        bob.writes("News").publish();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsBoostersOfTheLatestEdit() {
        PostDraft post = bob.writes("Frist").publish();
        world.happens(post.boostedBy(alice), post.boostedBy(carol), post.unboostedBy(carol), post.boostedBy(bob));
        world.settle();
        post.edit("First");
        world.settle();
        List<String> first = alice.notifications().ids();
        post.edit("First!");
        world.settle();

        assertThat(first).hasSize(1);
        assertThat(alice.notifications().each("type")).containsExactly("update");
        assertThat(alice.notifications().ids()).hasSize(1).isNotEqualTo(first);
        assertThat(carol.notifications().ids()).isEmpty();
        assertThat(bob.reads("/api/v1/notifications?types[]=update").ids()).isEmpty();
    }

    @Test
    void tellsNothingOfOldPostsOrEdits() {
        world.happens(world.followWithBell(alice, bob, null));
        PostDraft post = bob.writes("News");
        world.happens(post.boostedBy(carol));
        world.settle();
        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        world.happens(UUID.randomUUID(), longAgo, post.created());
        world.happens(UUID.randomUUID(), longAgo, post.edited());
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(carol.notifications().ids()).isEmpty();
    }

    @Test
    void manyHearOfOnePost() {
        List<Person> crowd =
                IntStream.range(0, 5).mapToObj(i -> world.newcomer("fan")).toList();
        crowd.forEach(fan -> world.happens(world.followWithBell(fan, bob, null)));
        world.settle();
        bob.writes("News").publish();
        world.settle();

        assertThat(crowd).allSatisfy(fan -> assertThat(fan.unread()).isOne());
    }
}
