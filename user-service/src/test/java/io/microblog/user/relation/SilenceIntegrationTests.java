package io.microblog.user.relation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.RelationshipEvent.UserUnblocked;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipEvent.UserUnmuted;
import io.microblog.testing.TestTokens;
import io.microblog.user.Browser.Answer;
import io.microblog.user.Heard;
import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class SilenceIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SilenceService silences;

    private Person alice = new Person(0, "", "", "");
    private Person bob = new Person(0, "", "", "");

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
    }

    @Test
    void blockEndsFollowsBothWays() {
        act(alice, bob, "follow", Map.of());
        act(bob, alice, "follow", Map.of());

        JsonNode mine = act(alice, bob, "block", Map.of()).json();
        act(alice, bob, "block", Map.of());

        assertThat(mine.get("blocking").asBoolean()).isTrue();
        assertThat(mine.get("following").asBoolean()).isFalse();
        assertThat(mine.get("followed_by").asBoolean()).isFalse();
        assertThat(relationship(bob, alice).get("blocked_by").asBoolean()).isTrue();
        assertThat(account(alice).get("followers_count").asInt()).isZero();
        assertThat(account(bob).get("followers_count").asInt()).isZero();
        await().untilAsserted(() -> {
            assertThat(heardOf(alice, bob))
                    .extracting(Object::getClass)
                    .containsExactly(UserFollowed.class, UserUnfollowed.class, UserBlocked.class);
            assertThat(heardOf(alice, bob).getLast().relationship().blocks()).isTrue();
            assertThat(heardOf(bob, alice))
                    .extracting(Object::getClass)
                    .containsExactly(UserFollowed.class, UserUnfollowed.class);
        });
    }

    @Test
    void nobodyFollowsThroughABlock() {
        act(alice, bob, "block", Map.of());

        assertThat(act(bob, alice, "follow", Map.of()).status()).isEqualTo(403);
        assertThat(act(alice, bob, "follow", Map.of()).status()).isEqualTo(403);
        act(alice, bob, "unblock", Map.of());
        act(alice, bob, "unblock", Map.of());
        assertThat(act(bob, alice, "follow", Map.of()).json().get("following").asBoolean())
                .isTrue();
        await().untilAsserted(() -> assertThat(heardOf(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(UserBlocked.class, UserUnblocked.class));
    }

    @Test
    void followAndBlockAtOnceLeaveNoFollow() throws Exception {
        List<Callable<Answer>> attempts = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Answer>) () -> switch (i % 4) {
                    case 0 -> act(alice, bob, "follow", Map.of());
                    case 1 -> act(bob, alice, "follow", Map.of());
                    case 2 -> act(alice, bob, "block", Map.of());
                    default -> act(bob, alice, "block", Map.of());
                })
                .toList();
        try (var executor = Executors.newFixedThreadPool(8)) {
            assertThat(executor.invokeAll(attempts))
                    .allSatisfy(
                            future -> assertThat(future.resultNow().status()).isIn(200, 403));
        }

        assertThat(relationship(alice, bob).get("following").asBoolean()).isFalse();
        assertThat(relationship(alice, bob).get("followed_by").asBoolean()).isFalse();
        assertThat(account(alice).get("followers_count").asInt()).isZero();
        assertThat(account(bob).get("followers_count").asInt()).isZero();
    }

    @Test
    void blockRefusesAWaitingRequest() {
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":true}", world.as(alice));
        act(bob, alice, "follow", Map.of());

        act(alice, bob, "block", Map.of());

        assertThat(names(world.browser().get("/api/v1/follow_requests", world.as(alice))))
                .isEmpty();
        assertThat(relationship(bob, alice).get("requested").asBoolean()).isFalse();
    }

    @Test
    void theBlockedSeesNobodysFollowers() {
        Person carol = world.aPerson("carol");
        act(carol, alice, "follow", Map.of());
        act(alice, bob, "block", Map.of());
        String path = "/api/v1/accounts/" + alice.id() + "/followers";

        assertThat(names(world.browser().get(path, world.as(bob)))).isEmpty();
        assertThat(names(world.browser().get(path, world.as(carol)))).containsExactly(carol.username());
        act(carol, bob, "block", Map.of());
        act(alice, bob, "unblock", Map.of());
        assertThat(names(world.browser().get(path, world.as(bob)))).isEmpty();
    }

    @Test
    void whoeverBlocksIsNotShownToTheBlocked() {
        act(alice, bob, "block", Map.of());

        assertThat(shownTo(bob)).containsExactly(bob.username());
        assertThat(shownTo(alice)).containsExactly(alice.username(), bob.username());
        act(alice, bob, "unblock", Map.of());
        assertThat(shownTo(bob)).containsExactly(alice.username(), bob.username());
    }

    @Test
    void mutesForAWhile() {
        JsonNode muted = act(alice, bob, "mute", Map.of("duration", "3600", "notifications", "false"))
                .json();

        assertThat(muted.get("muting").asBoolean()).isTrue();
        assertThat(muted.get("muting_notifications").asBoolean()).isFalse();
        assertThat(muted.get("muting_expires_at").asString()).isNotBlank();
        JsonNode list = world.browser().get("/api/v1/mutes", world.as(alice)).json();
        assertThat(list.get(0).get("username").asString()).isEqualTo(bob.username());
        assertThat(list.get(0).get("mute_expires_at").asString()).isNotBlank();

        jdbc.sql("UPDATE relationship SET mute_ends_at = now() - interval '1 second' WHERE from_id = ?")
                .param(alice.id())
                .update();
        assertThat(relationship(alice, bob).get("muting").asBoolean()).isFalse();
        silences.endMutes();

        assertThat(world.browser().get("/api/v1/mutes", world.as(alice)).json().isEmpty())
                .isTrue();
        await().untilAsserted(() -> assertThat(heardOf(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(UserMuted.class, UserUnmuted.class));
    }

    @Test
    void muteCoversNotificationsUnlessSaidOtherwise() {
        assertThat(act(alice, bob, "mute", Map.of())
                        .json()
                        .get("muting_notifications")
                        .asBoolean())
                .isTrue();
        assertThat(act(alice, bob, "mute", Map.of("notifications", "false"))
                        .json()
                        .get("muting_notifications")
                        .asBoolean())
                .isFalse();
        assertThat(act(alice, bob, "unmute", Map.of()).json().get("muting").asBoolean())
                .isFalse();
        assertThat(act(alice, bob, "mute", Map.of("duration", "-1")).status()).isEqualTo(422);
        assertThat(act(alice, alice, "mute", Map.of()).status()).isEqualTo(403);
        assertThat(act(alice, alice, "block", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void pagesThroughBlocks() {
        Person carol = world.aPerson("carol");
        act(alice, bob, "block", Map.of());
        act(alice, carol, "block", Map.of());

        Answer first = world.browser().get("/api/v1/blocks?limit=1", world.as(alice));
        assertThat(names(first)).containsExactly(carol.username());
        String link = first.header("Link");
        Answer second = world.browser()
                .get(link.substring(1, link.indexOf('>')).replace("http://localhost:8080", ""), world.as(alice));
        assertThat(names(second)).containsExactly(bob.username());
        assertThat(names(world.browser().get("/api/v1/blocks", world.as(bob)))).isEmpty();
    }

    @Test
    void notesAreForTheirAuthor() {
        assertThat(act(alice, bob, "note", Map.of("comment", "Owes me a coffee"))
                        .json()
                        .get("note")
                        .asString())
                .isEqualTo("Owes me a coffee");
        assertThat(relationship(bob, alice).get("note").asString()).isEmpty();
        assertThat(act(alice, bob, "note", Map.of("comment", "x".repeat(2_001))).status())
                .isEqualTo(422);
        assertThat(act(alice, bob, "note", Map.of()).json().get("note").asString())
                .isEmpty();
    }

    @Test
    void removesAFollower() {
        act(bob, alice, "follow", Map.of());

        assertThat(act(alice, bob, "remove_from_followers", Map.of())
                        .json()
                        .get("followed_by")
                        .asBoolean())
                .isFalse();
        assertThat(account(alice).get("followers_count").asInt()).isZero();
    }

    @Test
    void suggestsWhomFriendsFollow() {
        Person carol = world.aPerson("carol");
        Person dave = world.aPerson("dave");
        act(alice, bob, "follow", Map.of());
        act(bob, carol, "follow", Map.of());
        act(bob, dave, "follow", Map.of());

        JsonNode found = world.browser()
                .get("/api/v2/suggestions?limit=2", world.as(alice))
                .json();
        assertThat(found.valueStream().map(one -> one.at("/account/username").asString()))
                .containsExactlyInAnyOrder(carol.username(), dave.username());
        assertThat(found.get(0).get("sources").get(0).asString()).isEqualTo("friends_of_friends");
        assertThat(names(world.browser()
                        .get("/api/v1/accounts/familiar_followers?id%5B%5D=" + carol.id(), world.as(alice))
                        .json()
                        .get(0)
                        .get("accounts")))
                .containsExactly(bob.username());

        act(alice, dave, "block", Map.of());
        assertThat(world.browser()
                        .delete("/api/v1/suggestions/" + carol.id(), world.as(alice))
                        .status())
                .isEqualTo(200);
        assertThat(world.browser()
                        .get("/api/v2/suggestions?limit=80", world.as(alice))
                        .json()
                        .valueStream()
                        .map(one -> one.at("/account/username").asString()))
                .doesNotContain(carol.username(), dave.username(), alice.username(), bob.username());
    }

    private Answer act(Person who, Person whom, String verb, Map<String, String> form) {
        return world.browser().post("/api/v1/accounts/" + whom.id() + "/" + verb, form, world.as(who));
    }

    private JsonNode relationship(Person who, Person whom) {
        return world.browser()
                .get("/api/v1/accounts/relationships?id=" + whom.id(), world.as(who))
                .json()
                .get(0);
    }

    private JsonNode account(Person person) {
        return world.browser().get("/api/v1/accounts/" + person.id()).json();
    }

    private static List<String> names(Answer answer) {
        return names(answer.json());
    }

    private static List<String> names(JsonNode accounts) {
        return accounts.valueStream()
                .map(account -> account.get("username").asString())
                .toList();
    }

    /** Of the two, by what other services are told. */
    private List<String> shownTo(Person reader) {
        return names(world.browser()
                .get(
                        "/internal/accounts?id=" + alice.id() + "&id=" + bob.id(),
                        "Authorization",
                        "Bearer " + TestTokens.forService("search-service", "user-service"),
                        "Microblog-Reader",
                        String.valueOf(reader.id())));
    }

    private List<RelationshipEvent> heardOf(Person from, Person to) {
        return heard.all(
                RelationshipEvent.class,
                event -> event.relationship().fromId() == from.id()
                        && event.relationship().toId() == to.id());
    }
}
