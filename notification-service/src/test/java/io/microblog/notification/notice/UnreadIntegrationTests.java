package io.microblog.notification.notice;

import java.util.List;

import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserUnblocked;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.Visibility;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as unread, without asking anybody. */
@NotificationServiceTest
class UnreadIntegrationTests {

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
    }

    @Test
    void asksNobody() {
        bob.writes("Hello").to(alice).publish();
        world.settle();

        Neighbours.whileDown(
                "post-service",
                () -> Neighbours.whileDown(
                        "user-service", () -> assertThat(alice.unread()).isOne()));
        assertThat(Neighbours.calls("/internal/statuses?", "reader=" + alice.id()))
                .isEmpty();
        assertThat(Neighbours.calls("/internal/accounts?", "reader=" + alice.id()))
                .isEmpty();
    }

    @Test
    void leavesOutMutedThreadsWhileTheyAreMuted() {
        PostDraft post = alice.writes("Root").publish();
        bob.writes("Answer").answering(post).publish();
        world.happens(post.favouritedBy(bob));
        world.settle();
        assertThat(alice.unread()).isEqualTo(2);

        world.mutesThread(alice, post.id(), true);
        world.settle();
        world.happens(post.boostedBy(bob));
        world.settle();
        assertThat(alice.unread()).isZero();
        assertThat(alice.notifications().ids()).isEmpty();

        world.mutesThread(alice, post.id(), false);
        world.settle();
        assertThat(alice.unread()).isEqualTo(3);
        assertThat(alice.notifications().ids()).hasSize(3);
    }

    @Test
    void anotherPersonsMuteChangesNothing() {
        PostDraft post = alice.writes("Root").publish();
        world.mutesThread(bob, post.id(), true);
        bob.writes("Answer").answering(post).publish();
        world.settle();

        assertThat(alice.unread()).isOne();
    }

    @Test
    void mailsNothingOfAMutedThread() {
        PostDraft post = alice.writes("Root").publish();
        world.mutesThread(alice, post.id(), true);
        world.settle();
        bob.writes("Answer").answering(post).to(alice).publish();
        world.settleWithMail();

        assertThat(world.deliveriesTo(alice)).isEmpty();
        assertThat(world.mailOf(alice)).isEmpty();
    }

    @Test
    void leavesOutTheSuspended() {
        bob.writes("Hello").to(alice).publish();
        world.settle();
        assertThat(alice.unread()).isOne();
        world.suspend(bob);

        assertThat(alice.unread()).isZero();
    }

    @Test
    void leavesOutThoseWhoBlockTheReader() {
        bob.writes("Hello").to(alice).publish();
        world.happens(new UserBlocked(world.towards(bob, alice, null, true, false)));
        world.settle();
        assertThat(alice.unread()).isZero();

        world.happens(new UserUnblocked(world.towards(bob, alice, null, false, false)));
        world.settle();
        assertThat(alice.unread()).isOne();
    }

    @Test
    void leavesOutWhatOnlyFollowersSee() {
        PostDraft post = alice.writes("Root").publish();
        alice.follows(bob);
        bob.writes("Among us").answering(post).visibleTo(Visibility.PRIVATE).publish();
        bob.writes("To you").to(alice).visibleTo(Visibility.PRIVATE).publish();
        world.settle();
        assertThat(alice.unread()).isEqualTo(2);

        world.happens(new UserUnfollowed(world.towards(alice, bob, null, false, false)));
        world.settle();
        assertThat(alice.unread()).isOne();
    }

    @Test
    void countsByTheIndexOfTheInbox() {
        for (int i = 0; i < 3; i++) {
            bob.writes("Number " + i).to(alice).publish();
        }
        world.settle();
        List<String> plan = jdbc.sql("EXPLAIN SELECT count(*) FROM (SELECT FROM shown_notification n"
                        + " WHERE n.recipient_id = :me AND n.id > 0 AND NOT n.filtered LIMIT 100) AS unread")
                .param("me", alice.id())
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on notification"));
    }

    @Test
    void goesOnFromTheMarker() {
        bob.writes("One").to(alice).publish();
        bob.writes("Two").to(alice).publish();
        world.settle();
        String newest = alice.notifications().ids().getFirst();
        alice.sends(MockMvcRequestBuilders.post("/api/v1/markers").param("notifications[last_read_id]", newest));

        assertThat(alice.unread()).isZero();
        assertThat(bob.unread()).isZero();
    }
}
