package io.microblog.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What an author is told of favourites and boosts. */
@NotificationServiceTest
class EngagementIntegrationTests {

    @Autowired
    private World world;

    private Person alice;
    private Person bob;
    private PostDraft post;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        post = alice.writes("Hello").publish();
    }

    @Test
    void tellsOfAFavouriteAndOfABoostWithoutMail() {
        world.happens(post.favouritedBy(bob), post.boostedBy(bob));
        world.settleWithMail();

        assertThat(alice.notifications().each("type")).containsExactly("reblog", "favourite");
        JsonNode notification = alice.notifications().body().path(0);
        assertThat(notification.path("account").path("id").asString()).isEqualTo(Long.toString(bob.id()));
        assertThat(notification.path("status").path("id").asString()).isEqualTo(Long.toString(post.id()));
        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(bob.notifications().ids()).isEmpty();
    }

    @Test
    void tellsNobodyOfTheirOwnFavourites() {
        world.happens(post.favouritedBy(alice), post.boostedBy(alice));
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsOnceHoweverOftenItIsDoneAndTakenBack() {
        world.happens(post.favouritedBy(bob));
        world.settle();
        List<String> told = alice.notifications().ids();
        world.happens(post.unfavouritedBy(bob));
        world.settle();
        assertThat(alice.notifications().ids()).isEmpty();

        world.happens(post.favouritedBy(bob), post.favouritedBy(bob));
        world.settle();

        assertThat(alice.notifications().ids()).hasSize(1).isEqualTo(told);
    }

    @Test
    void aReplayEndsWhereItWas() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        for (int round = 0; round < 2; round++) {
            Instant time = round == 0 ? Instant.now() : Instant.now().minus(Duration.ofDays(2));
            world.happens(first, time, post.favouritedBy(bob));
            world.happens(second, time, post.unfavouritedBy(bob));
            world.happens(third, time, post.favouritedBy(bob));
        }
        world.settle();

        assertThat(alice.notifications().ids()).hasSize(1);
    }

    @Test
    void doesNotBringBackWhatTheAuthorDismissed() {
        world.happens(post.favouritedBy(bob));
        world.settle();
        alice.posts("/api/v1/notifications/clear");

        world.happens(post.unfavouritedBy(bob), post.favouritedBy(bob));
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void doesNotTellOfOldFavourites() {
        world.happens(UUID.randomUUID(), Instant.now().minus(Duration.ofHours(25)), post.favouritedBy(bob));
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void keepsSilentAboutAMutedThread() {
        world.happens(post.favouritedBy(bob));
        world.settle();
        Neighbours.know(
                "statuses",
                post.id(),
                Map.of(
                        "id",
                        Long.toString(post.id()),
                        "version",
                        1,
                        "visibility",
                        "public",
                        "content",
                        "<p>Hello</p>",
                        "spoiler_text",
                        "",
                        "muted",
                        true));

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsVotersAndTheAuthorOfTheEndOfAPollOnce() {
        Person carol = world.newcomer("carol");
        world.happens(post.pollEnded(bob), post.pollEnded(carol), post.pollEnded(bob));
        world.settleWithMail();

        for (Person person : List.of(alice, bob, carol)) {
            assertThat(person.notifications().each("type")).containsExactly("poll");
            assertThat(world.mailOf(person)).isEmpty();
        }
    }

    @Test
    void aDeletedPostTakesItsNewsWithItAlsoThoseThatComeLate() {
        world.happens(post.favouritedBy(bob));
        world.settle();
        post.delete();
        world.settle();
        world.happens(post.boostedBy(bob));
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(unread()).isZero();
    }

    private int unread() {
        return alice.reads("/api/v1/notifications/unread_count")
                .body()
                .path("count")
                .asInt();
    }
}
