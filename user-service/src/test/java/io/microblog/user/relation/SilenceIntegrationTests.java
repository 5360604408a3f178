package io.microblog.user.relation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.RelationshipEvent.UserUnblocked;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipEvent.UserUnmuted;
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

    private Person alice = World.NOBODY;
    private Person bob = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
    }

    @Test
    void blockEndsFollowsBothWays() {
        world.as(alice).follow(bob);
        world.as(bob).follow(alice);

        JsonNode mine = world.as(alice).block(bob).json();
        world.as(alice).block(bob);

        assertThat(mine.get("blocking").asBoolean()).isTrue();
        assertThat(mine.get("following").asBoolean()).isFalse();
        assertThat(mine.get("followed_by").asBoolean()).isFalse();
        assertThat(world.as(bob).relationshipTo(alice).get("blocked_by").asBoolean())
                .isTrue();
        assertThat(world.account(alice).get("followers_count").asInt()).isZero();
        assertThat(world.account(bob).get("followers_count").asInt()).isZero();
        await().untilAsserted(() -> {
            assertThat(heard.between(alice, bob))
                    .extracting(Object::getClass)
                    .containsExactly(UserFollowed.class, UserUnfollowed.class, UserBlocked.class);
            assertThat(heard.between(alice, bob).getLast().relationship().blocks())
                    .isTrue();
            assertThat(heard.between(bob, alice))
                    .extracting(Object::getClass)
                    .containsExactly(UserFollowed.class, UserUnfollowed.class);
        });
    }

    @Test
    void nobodyFollowsThroughABlock() {
        world.as(alice).block(bob);

        assertThat(world.as(bob).follow(alice).status()).isEqualTo(403);
        assertThat(world.as(alice).follow(bob).status()).isEqualTo(403);
        world.as(alice).unblock(bob);
        world.as(alice).unblock(bob);
        assertThat(world.as(bob).follow(alice).json().get("following").asBoolean())
                .isTrue();
        await().untilAsserted(() -> assertThat(heard.between(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(UserBlocked.class, UserUnblocked.class));
    }

    @Test
    void followAndBlockAtOnceLeaveNoFollow() throws Exception {
        List<Callable<Answer>> attempts = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Answer>) () -> switch (i % 4) {
                    case 0 -> world.as(alice).follow(bob);
                    case 1 -> world.as(bob).follow(alice);
                    case 2 -> world.as(alice).block(bob);
                    default -> world.as(bob).block(alice);
                })
                .toList();
        try (var executor = Executors.newFixedThreadPool(8)) {
            assertThat(executor.invokeAll(attempts))
                    .allSatisfy(
                            future -> assertThat(future.resultNow().status()).isIn(200, 403));
        }

        assertThat(world.as(alice).relationshipTo(bob).get("following").asBoolean())
                .isFalse();
        assertThat(world.as(alice).relationshipTo(bob).get("followed_by").asBoolean())
                .isFalse();
        assertThat(world.account(alice).get("followers_count").asInt()).isZero();
        assertThat(world.account(bob).get("followers_count").asInt()).isZero();
    }

    @Test
    void blockRefusesAWaitingRequest() {
        world.as(alice).lock(true);
        world.as(bob).follow(alice);

        world.as(alice).block(bob);

        assertThat(world.as(alice).get("/api/v1/follow_requests").names()).isEmpty();
        assertThat(world.as(bob).relationshipTo(alice).get("requested").asBoolean())
                .isFalse();
    }

    @Test
    void theBlockedSeesNobodysFollowers() {
        Person carol = world.aPerson("carol");
        world.as(carol).follow(alice);
        world.as(alice).block(bob);
        String path = "/api/v1/accounts/" + alice.id() + "/followers";

        assertThat(world.as(bob).get(path).names()).isEmpty();
        assertThat(world.as(carol).get(path).names()).containsExactly(carol.username());
        world.as(carol).block(bob);
        world.as(alice).unblock(bob);
        assertThat(world.as(bob).get(path).names()).isEmpty();
    }

    @Test
    void othersListsLeaveOutWhomOneDoesNotComeAcross() {
        Person carol = world.aPerson("carol");
        Person dave = world.aPerson("dave");
        for (Person follower : List.of(bob, carol, dave)) {
            world.as(follower).follow(alice);
            world.as(alice).follow(follower);
        }
        world.as(bob).mute(dave);
        world.as(carol).block(bob);

        for (String list : List.of("followers", "following")) {
            String path = "/api/v1/accounts/" + alice.id() + "/" + list;
            assertThat(world.as(bob).get(path).names()).containsExactly(bob.username());
            assertThat(world.as(carol).get(path).names()).containsExactly(dave.username(), carol.username());
            assertThat(world.as(dave).get(path).names()).hasSize(3);
            assertThat(world.browser().get(path).names()).hasSize(3);
            Answer first = world.as(bob).get(path + "?limit=2");
            assertThat(first.names()).isEmpty();
            assertThat(world.as(bob)
                            .get(first.next().replaceFirst("^https?://[^/]+", ""))
                            .names())
                    .containsExactly(bob.username());
        }
        world.as(alice).mute(dave);
        assertThat(world.as(alice)
                        .get("/api/v1/accounts/" + alice.id() + "/followers")
                        .names())
                .hasSize(3);
    }

    @Test
    void theBlockedDoNotLearnWhoFollows() {
        Person carol = world.aPerson("carol");
        world.as(alice).follow(bob);
        world.as(bob).follow(carol);
        world.as(carol).block(alice);

        assertThat(world.as(alice)
                        .get("/api/v1/accounts/familiar_followers?id=" + carol.id())
                        .json()
                        .at("/0/accounts"))
                .isEmpty();
    }

    @Test
    void whoeverBlocksIsNotShownToTheBlocked() {
        world.as(alice).block(bob);

        assertThat(shownTo(bob)).containsExactly(bob.username());
        assertThat(shownTo(alice)).containsExactly(alice.username(), bob.username());
        world.as(alice).unblock(bob);
        assertThat(shownTo(bob)).containsExactly(alice.username(), bob.username());
    }

    @Test
    void mutesForAWhile() {
        JsonNode muted = world.as(alice)
                .mute(bob, Map.of("duration", "3600", "notifications", "false"))
                .json();

        assertThat(muted.get("muting").asBoolean()).isTrue();
        assertThat(muted.get("muting_notifications").asBoolean()).isFalse();
        assertThat(muted.get("muting_expires_at").asString()).isNotBlank();
        JsonNode list = world.as(alice).get("/api/v1/mutes").json();
        assertThat(list.get(0).get("username").asString()).isEqualTo(bob.username());
        assertThat(list.get(0).get("mute_expires_at").asString()).isNotBlank();

        jdbc.sql("UPDATE relationship SET mute_ends_at = now() - interval '1 second' WHERE from_id = ?")
                .param(alice.id())
                .update();
        assertThat(world.as(alice).relationshipTo(bob).get("muting").asBoolean())
                .isFalse();
        silences.endMutes();

        assertThat(world.as(alice).get("/api/v1/mutes").json().isEmpty()).isTrue();
        await().untilAsserted(() -> assertThat(heard.between(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(UserMuted.class, UserUnmuted.class));
    }

    @Test
    void muteCoversNotificationsUnlessSaidOtherwise() {
        assertThat(world.as(alice).mute(bob).json().get("muting_notifications").asBoolean())
                .isTrue();
        assertThat(world.as(alice)
                        .mute(bob, Map.of("notifications", "false"))
                        .json()
                        .get("muting_notifications")
                        .asBoolean())
                .isFalse();
        assertThat(world.as(alice).unmute(bob).json().get("muting").asBoolean()).isFalse();
        assertThat(world.as(alice).mute(bob, Map.of("duration", "-1")).status()).isEqualTo(422);
        assertThat(world.as(alice).mute(alice).status()).isEqualTo(403);
        assertThat(world.as(alice).block(alice).status()).isEqualTo(403);
    }

    @Test
    void pagesThroughBlocks() {
        Person carol = world.aPerson("carol");
        world.as(alice).block(bob);
        world.as(alice).block(carol);

        Answer first = world.as(alice).get("/api/v1/blocks?limit=1");
        assertThat(first.names()).containsExactly(carol.username());
        Answer second = world.as(alice).get(first.next());
        assertThat(second.names()).containsExactly(bob.username());
        assertThat(world.as(bob).get("/api/v1/blocks").names()).isEmpty();
    }

    @Test
    void pagesThroughMutes() {
        Person carol = world.aPerson("carol");
        world.as(alice).mute(bob);
        world.as(alice).mute(carol, Map.of("duration", "3600"));

        Answer first = world.as(alice).get("/api/v1/mutes?limit=1");

        assertThat(first.names()).containsExactly(carol.username());
        Answer second = world.as(alice).get(first.next());
        assertThat(second.names()).containsExactly(bob.username());
        assertThat(second.json().at("/0/mute_expires_at").isNull()).isTrue();
        assertThat(second.json().get(0).has("mute_expires_at")).isTrue();
        assertThat(world.as(bob).get("/api/v1/mutes").names()).isEmpty();
    }

    @Test
    void notesAreForTheirAuthor() {
        assertThat(world.as(alice)
                        .note(bob, "Owes me a coffee")
                        .json()
                        .get("note")
                        .asString())
                .isEqualTo("Owes me a coffee");
        assertThat(world.as(bob).relationshipTo(alice).get("note").asString()).isEmpty();
        assertThat(world.as(alice).note(bob, "x".repeat(2_001)).status()).isEqualTo(422);
        assertThat(world.as(alice)
                        .post("/api/v1/accounts/" + bob.id() + "/note", Map.of())
                        .json()
                        .get("note")
                        .asString())
                .isEmpty();
    }

    @Test
    void removesAFollower() {
        world.as(bob).follow(alice);

        assertThat(world.as(alice).removeFollower(bob).json().get("followed_by").asBoolean())
                .isFalse();
        assertThat(world.account(alice).get("followers_count").asInt()).isZero();
    }

    @Test
    void findsWhomOneKnowsAmongFollowers() {
        Person carol = world.aPerson("carol");
        Person dave = world.aPerson("dave");
        world.as(alice).follow(bob);
        world.as(bob).follow(carol);
        world.as(dave).follow(carol);

        JsonNode found = world.as(alice)
                .get("/api/v1/accounts/familiar_followers?id[]=%s&id[]=%s".formatted(carol.id(), dave.id()))
                .json();

        assertThat(found).hasSize(2);
        assertThat(found.at("/0/id").asString()).isEqualTo(String.valueOf(carol.id()));
        assertThat(found.get(0)
                        .get("accounts")
                        .valueStream()
                        .map(one -> one.get("username").asString()))
                .containsExactly(bob.username());
        assertThat(found.get(1).get("accounts")).isEmpty();
    }

    /** Of the two, by what other services are told. */
    private List<String> shownTo(Person reader) {
        return world.asService("search-service")
                .get(
                        "/internal/accounts?id=" + alice.id() + "&id=" + bob.id(),
                        "Microblog-Reader",
                        String.valueOf(reader.id()))
                .names();
    }
}
