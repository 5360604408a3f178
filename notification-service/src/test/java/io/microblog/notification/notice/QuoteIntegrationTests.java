package io.microblog.notification.notice;

import java.util.List;

import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.Visibility;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who quotes tells the author, and an author who edits tells who quoted. */
@NotificationServiceTest
class QuoteIntegrationTests {

    @Autowired
    private World world;

    private Person alice;
    private Person bob;
    private Person carol;
    private PostDraft quoted;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        carol = world.newcomer("carol");
        quoted = alice.writes("Hello").publish();
        world.settle();
    }

    private static List<String> shown(Person person) {
        return person.notifications()
                .body()
                .valueStream()
                .map(one -> one.path("type").asString() + " "
                        + one.path("status").path("id").asString())
                .toList();
    }

    @Test
    void tellsWhomItQuotesOnceAndByNoMail() {
        PostDraft quoting = bob.writes("Look").quoting(quoted).publish();
        quoting.edit("Listen");
        world.settleWithMail();

        assertThat(shown(alice)).containsExactly("quote " + quoting.id());
        JsonNode told = alice.notifications().body().path(0);
        assertThat(told.path("account").path("id").asString()).isEqualTo(Long.toString(bob.id()));
        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(carol.notifications().ids()).isEmpty();
    }

    @Test
    void tellsNobodyOfTheirOwnQuotesOrOfRevokedOnes() {
        alice.writes("As I said").quoting(quoted).publish();
        PostDraft quoting = bob.writes("Look").quoting(quoted);
        world.happens(quoting.revoked());
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsNothingToWhoBlocks() {
        world.happens(new UserBlocked(world.towards(alice, bob, null, true, false)));
        world.settle();
        bob.writes("Look").quoting(quoted).publish();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void aQuoteForFollowersIsForThoseAlone() {
        bob.writes("Look").quoting(quoted).visibleTo(Visibility.PRIVATE).publish();
        world.settle();
        assertThat(alice.notifications().ids()).isEmpty();

        alice.follows(bob);
        world.settle();
        assertThat(alice.notifications().each("type")).containsExactly("quote");
    }

    @Test
    void goesWithThePost() {
        PostDraft quoting = bob.writes("Look").quoting(quoted).publish();
        world.settle();
        quoting.delete();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsWhoQuotedOfTheLatestEditWithTheirOwnPost() {
        bob.writes("Look").quoting(quoted).publish();
        PostDraft last = bob.writes("Look again").quoting(quoted).publish();
        PostDraft other = carol.writes("Look").quoting(quoted).publish();
        alice.writes("As I said").quoting(quoted).publish();
        world.settle();
        quoted.edit("Good bye");
        world.settle();
        List<String> first = bob.notifications().ids();
        quoted.edit("Good night");
        world.settle();

        assertThat(first).hasSize(1);
        assertThat(bob.notifications().ids()).hasSize(1).isNotEqualTo(first);
        assertThat(shown(bob)).containsExactly("quoted_update " + last.id());
        assertThat(shown(carol)).containsExactly("quoted_update " + other.id());
        assertThat(bob.notifications().body().path(0).path("account").path("id").asString())
                .isEqualTo(Long.toString(alice.id()));
        assertThat(alice.reads("/api/v1/notifications?types[]=quoted_update").ids())
                .isEmpty();
    }

    @Test
    void tellsNoEditToWhoseQuoteIsRevokedOrGone() {
        PostDraft revoked = bob.writes("Look").quoting(quoted).publish();
        PostDraft deleted = carol.writes("Look").quoting(quoted).publish();
        world.settle();
        world.happens(revoked.revoked());
        deleted.delete();
        world.settle();
        quoted.edit("Good bye");
        world.settle();

        assertThat(bob.notifications().ids()).isEmpty();
        assertThat(carol.notifications().ids()).isEmpty();
    }

    @Test
    void whatSaysTheSameIsNoEdit() {
        PostDraft quoting = bob.writes("Look").quoting(quoted).publish();
        world.happens(quoting.boostedBy(carol));
        world.settle();
        world.happens(quoting.revoked());
        world.settle();

        assertThat(carol.notifications().ids()).isEmpty();
    }
}
