package io.microblog.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.microblog.event.RelationshipEvent.FollowRejected;
import io.microblog.event.RelationshipEvent.FollowRequested;
import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipEvent.UserUnmuted;
import io.microblog.event.Visibility;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.notification.MailSandbox;
import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From events to what a person finds in the application. */
@NotificationServiceTest
class NoticeIntegrationTests {

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RemovedNotifications removed;

    private Person alice;
    private Person bob;
    private Person carol;

    @AfterEach
    void heal() {
        MailSandbox.get().heal();
    }

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
        bob = world.newcomer("bob");
        carol = world.newcomer("carol");
    }

    @Test
    void tellsOfANewFollower() {
        bob.follows(alice);
        world.settle();

        JsonNode notification = alice.notifications().body().path(0);
        assertThat(notification.propertyNames())
                .containsExactlyInAnyOrder("id", "type", "created_at", "group_key", "account", "status");
        assertThat(notification.path("id").asString()).matches("\\d+");
        assertThat(notification.path("type").asString()).isEqualTo("follow");
        assertThat(notification.path("created_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(notification.path("account").path("username").asString()).isEqualTo(bob.username());
        assertThat(notification.path("status").isNull()).isTrue();
        assertThat(bob.notifications().ids()).isEmpty();
    }

    @Test
    void tellsOfAMention() {
        PostDraft post = bob.writes("Hello").to(alice).publish();
        world.settle();

        JsonNode notification = alice.notifications().body().path(0);
        assertThat(notification.path("type").asString()).isEqualTo("mention");
        assertThat(notification.path("account").path("id").asString()).isEqualTo(Long.toString(bob.id()));
        assertThat(notification.path("status").path("id").asString()).isEqualTo(Long.toString(post.id()));
        assertThat(notification.path("status").path("content").asString()).isEqualTo("<p>Hello</p>");
    }

    @Test
    void tellsTheAuthorAnsweredToOnceEvenWhenMentioned() {
        bob.writes("Yes").answering(alice).to(alice, carol).publish();
        world.settle();

        assertThat(alice.notifications().each("type")).containsExactly("mention");
        assertThat(carol.notifications().each("type")).containsExactly("mention");
        assertThat(bob.notifications().ids()).isEmpty();
    }

    @Test
    void tellsNobodyOfTheirOwnActs() {
        alice.writes("Note to myself").answering(alice).to(alice).publish();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsOnlyThoseWhomADirectPostNames() {
        bob.writes("Secret")
                .answering(alice)
                .to(carol)
                .visibleTo(Visibility.DIRECT)
                .publish();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(alice.reads("/api/v1/notifications/unread_count")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(carol.notifications().ids()).hasSize(1);
    }

    @Test
    void tellsOnceHoweverOftenEventsAreDelivered() {
        UserFollowed followed = world.follow(bob, alice);
        var created = bob.writes("Hello").to(alice).created();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            world.happens(first, Instant.now(), followed);
            world.happens(second, Instant.now(), created);
        }
        world.happens(UUID.randomUUID(), Instant.now(), created);
        world.settle();

        assertThat(alice.notifications().each("type")).containsExactlyInAnyOrder("follow", "mention");
    }

    @Test
    void tellsOfAnUnansweredRequestToFollow() {
        Instant now = Instant.now();
        world.happens(new FollowRequested(world.towards(bob, alice, now, false, false)));
        world.settle();
        assertThat(alice.notifications().each("type")).containsExactly("follow_request");

        world.happens(new FollowRejected(world.towards(bob, alice, null, false, false)));
        world.settle();
        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void tellsNothingOfTheBlockedAndTheMuted() {
        bob.writes("Before").to(alice).publish();
        world.settleWithMail();
        world.happens(new UserBlocked(world.towards(alice, bob, null, true, false)));
        world.happens(new UserMuted(world.towards(alice, carol, null, false, true)));
        world.settle();
        bob.writes("Let me in").to(alice).publish();
        carol.writes("Hello?").to(alice).publish();
        alice.writes("Boo").to(bob).publish();
        bob.follows(alice);
        world.settleWithMail();

        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(bob.notifications().ids()).isEmpty();
        assertThat(world.mailOf(alice)).hasSize(1);
        world.happens(new UserUnmuted(world.towards(alice, carol, null, false, false)));
        world.settle();
        carol.writes("Hello again").to(alice).publish();
        world.settle();
        assertThat(alice.notifications().each("type")).containsExactly("mention");
    }

    @Test
    void doesNotBringBackWhatWasDismissed() {
        UserFollowed followed = world.follow(bob, alice);
        world.happens(followed);
        world.settle();
        alice.posts("/api/v1/notifications/clear");
        world.happens(followed);
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void forgetsWhatWasRemovedLongAgo() {
        bob.follows(alice);
        carol.follows(alice);
        world.settle();
        String all = "SELECT count(*) FROM notification WHERE recipient_id = " + alice.id();
        alice.posts("/api/v1/notifications/clear");
        assertThat(world.count(all)).isEqualTo(2);
        jdbc.sql("UPDATE notification SET removed_at = now() - interval '91 days' WHERE from_id = :bob")
                .param("bob", bob.id())
                .update();

        removed.forgetOld();

        assertThat(world.count(all + " AND from_id = " + bob.id())).isZero();
        assertThat(world.count(all)).isOne();
    }

    @Test
    void doesNotTellOfOldEvents() {
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));
        world.happens(UUID.randomUUID(), yesterday, world.follow(bob, alice, yesterday, true));
        world.happens(UUID.randomUUID(), yesterday, bob.writes("Old").to(alice).created());
        world.settleWithMail();

        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(world.mailOf(alice)).isEmpty();
    }

    @Test
    void doesNotTellOfChangedFollowOptions() {
        Instant since = Instant.now();
        world.happens(world.follow(bob, alice, since, true), world.follow(bob, alice, since, false));
        Instant longAgo = since.minus(Duration.ofDays(3));
        world.happens(world.follow(carol, alice, longAgo, false));
        world.settle();

        assertThat(alice.notifications().each("type")).containsExactly("follow");
    }

    @Test
    void aFollowThatIsOverIsNoNews() {
        for (int i = 0; i < 3; i++) {
            world.happens(world.follow(bob, alice));
            world.settle();
            assertThat(alice.notifications().each("type")).containsExactly("follow");
            world.happens(new UserUnfollowed(world.towards(bob, alice, null, false, false)));
            world.settle();
            assertThat(alice.notifications().ids()).isEmpty();
            assertThat(unread(alice)).isZero();
        }
        world.settleWithMail();
        assertThat(world.mailOf(alice)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tellsOfASecondFollowAfterAnUnfollow() {
        UserFollowed first = world.follow(bob, alice, Instant.now().minusSeconds(60), true);
        var over = new UserUnfollowed(world.towards(bob, alice, null, false, false));
        UserFollowed second = world.follow(bob, alice);
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < 2; i++) {
            world.happens(ids.get(0), Instant.now().minusSeconds(60), first);
            world.happens(ids.get(1), Instant.now().minusSeconds(30), over);
            world.happens(ids.get(2), Instant.now().minusSeconds(1), second);
        }
        world.settleWithMail();

        assertThat(alice.notifications().each("type")).containsExactly("follow");
        assertThat(world.mailOf(alice)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aMailThatWaitsGoesWithWhatItTellsOf() {
        MailSandbox.get().fail(Fault.status500());
        world.happens(world.follow(bob, alice));
        PostDraft post = carol.writes("Hello").to(alice).publish();
        world.settle();
        await().until(() ->
                world.count("SELECT count(*) FROM delivery WHERE attempts > 0 AND recipient_id = " + alice.id()) == 2);
        world.happens(new UserUnfollowed(world.towards(bob, alice, null, false, false)));
        post.toNobody().edit("Hello");
        world.settle();
        MailSandbox.get().heal();
        world.settleWithMail();

        assertThat(world.mailOf(alice)).isEmpty();
    }

    @Test
    void whomAnEditNamesNoMoreIsToldNoMore() {
        PostDraft post = bob.writes("Hello").to(alice, carol).publish();
        world.settle();
        List<String> told = alice.notifications().ids();
        post.toNobody().to(carol).edit("Hello Carol");
        world.settle();
        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(unread(alice)).isZero();
        assertThat(carol.notifications().ids()).hasSize(1);

        post.to(alice).edit("Hello again, both");
        world.settle();
        assertThat(alice.notifications().ids()).hasSize(1).isEqualTo(told);
    }

    @Test
    void aReplayOfEditsEndsWhereItWas() {
        PostDraft post = bob.writes("Hello").to(alice);
        var created = post.created();
        var toNobody = post.toNobody().edited();
        var toAliceAgain = post.to(alice).edited();
        world.happens(created, toNobody, toAliceAgain);
        world.settle();
        List<String> told = alice.notifications().ids();
        assertThat(told).hasSize(1);

        Instant longAgo = Instant.now().minus(Duration.ofDays(2));
        for (var event : List.of(created, toNobody, toAliceAgain)) {
            world.happens(UUID.randomUUID(), longAgo, event);
        }
        world.settle();

        assertThat(alice.notifications().ids()).isEqualTo(told);
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackThroughABlock() {
        PostDraft post = bob.writes("Hello").to(alice).publish();
        post.toNobody().edit("Hello");
        world.happens(new UserBlocked(world.towards(alice, bob, null, true, false)));
        world.settle();
        post.to(alice).edit("Hello!");
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void theBlockedAndTheMutedAreSilentBeforeTheEventArrives() {
        bob.writes("Before").to(alice).publish();
        world.settle();

        assertThat(world.isTold("user-service", world.towards(alice, bob, null, true, false)))
                .isEqualTo(204);
        assertThat(world.isTold("user-service", world.towards(alice, carol, null, false, true)))
                .isEqualTo(204);
        assertThat(alice.notifications().ids()).isEmpty();
        bob.writes("Let me in").to(alice).publish();
        carol.writes("Hello?").to(alice).publish();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void onlyUserServiceSaysWhoIsSilenced() {
        bob.writes("Hello").to(alice).publish();
        world.settle();

        assertThat(world.isTold("post-service", world.towards(alice, bob, null, true, false)))
                .isEqualTo(403);
        assertThat(alice.notifications().ids()).hasSize(1);
    }

    @Test
    void tellsWhomAnEditNamesAnew() {
        PostDraft post = bob.writes("Hello").to(alice).publish();
        post.to(carol).edit("Hello both");
        world.settle();

        assertThat(alice.notifications().ids()).hasSize(1);
        assertThat(carol.notifications().each("type")).containsExactly("mention");
        assertThat(carol.notifications()
                        .body()
                        .path(0)
                        .path("status")
                        .path("content")
                        .asString())
                .isEqualTo("<p>Hello both</p>");
    }

    @Test
    void takesBackWhatADeletedPostSaid() {
        PostDraft post = bob.writes("Oops").to(alice).publish();
        world.settle();
        assertThat(alice.notifications().ids()).hasSize(1);
        post.delete();
        world.settle();

        assertThat(alice.notifications().ids()).isEmpty();
        assertThat(alice.reads("/api/v1/notifications/unread_count")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        world.happens(post.created());
        world.settle();
        assertThat(alice.notifications().ids()).isEmpty();
    }

    @Test
    void leavesOutWhatTheReaderMayNoLongerSee() {
        PostDraft hidden = bob.writes("For friends")
                .to(alice)
                .visibleTo(Visibility.PRIVATE)
                .publish();
        PostDraft shown = bob.writes("For all").to(alice).publish();
        Neighbours.hide(hidden.id(), alice.id());
        world.settle();

        assertThat(alice.notifications().body()).hasSize(1);
        assertThat(alice.notifications()
                        .body()
                        .path(0)
                        .path("status")
                        .path("id")
                        .asString())
                .isEqualTo(Long.toString(shown.id()));
        Neighbours.forget("accounts", bob.id());
        assertThat(alice.notifications().body()).isEmpty();
    }

    @Test
    void asksEachNeighbourOnceAPageAndSaysWhoReads() {
        for (int i = 0; i < 5; i++) {
            bob.writes("Number " + i).to(alice).publish();
        }
        carol.follows(alice);
        world.settle();
        alice.notifications();

        String reader = "reader=" + alice.id();
        List<String> statuses = Neighbours.calls("post-service /internal/statuses?", reader);
        List<String> accounts = Neighbours.calls("user-service /internal/accounts?", reader);
        assertThat(statuses).hasSize(1);
        assertThat(accounts).hasSize(1);
    }

    @Test
    void saysSoWhileANeighbourIsAway() {
        bob.writes("Hello").to(alice).publish();
        world.settle();
        for (String service : List.of("user-service", "post-service")) {
            Neighbours.whileDown(service, () -> {
                var reply = alice.notifications();
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.response().getHeader("Retry-After")).isNotNull();
                assertThat(reply.body().path("error").asString()).contains("temporarily unavailable");
                assertThat(carol.notifications().status()).isEqualTo(200);
            });
        }
        assertThat(alice.notifications().status()).isEqualTo(200);
    }

    private static int unread(Person person) {
        return person.reads("/api/v1/notifications/unread_count")
                .body()
                .path("count")
                .asInt();
    }
}
