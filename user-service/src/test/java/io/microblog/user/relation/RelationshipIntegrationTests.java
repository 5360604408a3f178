package io.microblog.user.relation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.microblog.event.RelationshipEvent;
import io.microblog.event.RelationshipEvent.FollowRejected;
import io.microblog.event.RelationshipEvent.FollowRequested;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
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
class RelationshipIntegrationTests {

    @Autowired
    World world;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    private Person alice = new Person(0, "", "", "");
    private Person bob = new Person(0, "", "", "");

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
    }

    @Test
    void versionsGrowAndNeverRestart() {
        assertThat(act(alice, bob, "follow", Map.of()).json().get("following").asBoolean())
                .isTrue();
        act(alice, bob, "follow", Map.of());
        act(alice, bob, "follow", Map.of("reblogs", "false", "notify", "true"));
        assertThat(act(alice, bob, "unfollow", Map.of()).json().get("following").asBoolean())
                .isFalse();
        act(alice, bob, "unfollow", Map.of());
        act(alice, bob, "follow", Map.of());

        await().untilAsserted(() -> assertThat(heardOf(alice, bob)).hasSize(4));
        List<RelationshipEvent> events = heardOf(alice, bob);
        assertThat(events).extracting(event -> event.relationship().version()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(UserFollowed.class, UserFollowed.class, UserUnfollowed.class, UserFollowed.class);
        assertThat(events.get(1).relationship().showBoosts()).isFalse();
        assertThat(events.get(1).relationship().notifyOnPost()).isTrue();
        assertThat(events.get(1).relationship().followedAt())
                .isEqualTo(events.get(0).relationship().followedAt());
        assertThat(events.get(2).relationship().following()).isFalse();
        assertThat(events.get(2).relationship().followedAt()).isNull();
        assertThat(events.get(3).relationship().showBoosts()).isTrue();
    }

    @Test
    void countsOnBothSides() {
        act(alice, bob, "follow", Map.of());
        act(alice, bob, "follow", Map.of());

        assertThat(account(alice).get("following_count").asInt()).isEqualTo(1);
        assertThat(account(bob).get("followers_count").asInt()).isEqualTo(1);
        act(alice, bob, "unfollow", Map.of());
        assertThat(account(alice).get("following_count").asInt()).isZero();
        assertThat(account(bob).get("followers_count").asInt()).isZero();
    }

    @Test
    void countsOnceHoweverManyTry() throws Exception {
        List<Callable<Answer>> attempts = Stream.of(alice, bob, alice, bob, alice, bob)
                .map(person ->
                        (Callable<Answer>) () -> act(person, person.equals(alice) ? bob : alice, "follow", Map.of()))
                .toList();
        try (var executor = Executors.newFixedThreadPool(6)) {
            assertThat(executor.invokeAll(attempts))
                    .allSatisfy(
                            future -> assertThat(future.resultNow().status()).isEqualTo(200));
        }

        assertThat(account(bob).get("followers_count").asInt()).isEqualTo(1);
        assertThat(account(alice).get("followers_count").asInt()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(heardOf(alice, bob)).hasSize(1));
    }

    @Test
    void refusesOneselfAndNobody() {
        assertThat(act(alice, alice, "follow", Map.of()).status()).isEqualTo(403);
        Person nobody = new Person(12345, "nobody", "", "");
        assertThat(act(alice, nobody, "follow", Map.of()).status()).isEqualTo(404);
        assertThat(act(alice, nobody, "unfollow", Map.of()).status()).isEqualTo(404);
        assertThat(world.browser()
                        .post("/api/v1/accounts/" + bob.id() + "/follow", Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(act(alice, bob, "follow", Map.of("notify", "perhaps")).status())
                .isEqualTo(422);
        assertThat(account(bob).get("followers_count").asInt()).isZero();
    }

    @Test
    void tellsWhatHoldsBothWays() {
        JsonNode relationship =
                act(alice, bob, "follow", Map.of("languages[]", "es")).json();

        assertThat(relationship.at("/languages/0").asString()).isEqualTo("es");
        JsonNode mine = world.browser()
                .get(
                        "/api/v1/accounts/relationships?id%5B%5D=" + bob.id() + "&id%5B%5D=999&id%5B%5D=" + alice.id(),
                        world.as(alice))
                .json();
        assertThat(mine.size()).isEqualTo(2);
        assertThat(mine.get(0).get("id").asString()).isEqualTo(String.valueOf(bob.id()));
        assertThat(mine.get(0).get("following").asBoolean()).isTrue();
        assertThat(mine.get(0).get("showing_reblogs").asBoolean()).isTrue();
        assertThat(mine.get(0).get("languages").toString()).isEqualTo("[\"es\"]");
        assertThat(mine.get(0).get("followed_by").asBoolean()).isFalse();

        JsonNode his = world.browser()
                .get("/api/v1/accounts/relationships?id=" + alice.id(), world.as(bob))
                .json();
        assertThat(his.get(0).get("followed_by").asBoolean()).isTrue();
        assertThat(his.get(0).get("languages").isNull()).isTrue();
    }

    @Test
    void pagesThroughFollowers() {
        Person carol = world.aPerson("carol");
        Person dave = world.aPerson("dave");
        List.of(alice, bob, carol).forEach(person -> act(person, dave, "follow", Map.of()));
        String path = "/api/v1/accounts/" + dave.id() + "/followers?limit=2";

        Answer first = world.browser().get(path);
        assertThat(names(first)).containsExactly(carol.username(), bob.username());
        String link = first.header("Link");
        assertThat(link)
                .startsWith("<http://localhost:8080/api/v1/accounts/" + dave.id() + "/followers?limit=2&max_id=");

        String next = link.substring(1, link.indexOf('>'));
        assertThat(names(world.browser().get(next))).containsExactly(alice.username());
        assertThat(names(world.browser().get("/api/v1/accounts/" + alice.id() + "/following")))
                .containsExactly(dave.username());
        assertThat(world.browser().get("/api/v1/accounts/4711/followers").status())
                .isEqualTo(404);
    }

    @Test
    void lockedAccountsAreAsked() {
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":true}", world.as(bob));

        Answer asked = act(alice, bob, "follow", Map.of());
        assertThat(asked.json().get("following").asBoolean()).isFalse();
        assertThat(asked.json().get("requested").asBoolean()).isTrue();
        assertThat(account(bob).get("followers_count").asInt()).isZero();
        assertThat(names(world.browser().get("/api/v1/follow_requests", world.as(bob))))
                .containsExactly(alice.username());

        assertThat(world.browser()
                        .post("/api/v1/follow_requests/" + alice.id() + "/authorize", Map.of(), world.as(bob))
                        .json()
                        .get("followed_by")
                        .asBoolean())
                .isTrue();
        assertThat(account(bob).get("followers_count").asInt()).isEqualTo(1);
        assertThat(world.browser()
                        .post("/api/v1/follow_requests/" + alice.id() + "/authorize", Map.of(), world.as(bob))
                        .status())
                .isEqualTo(404);
        await().untilAsserted(() -> assertThat(heardOf(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(FollowRequested.class, UserFollowed.class));
    }

    @Test
    void unlockingLetsThoseFollowWhoWait() {
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":true}", world.as(bob));
        act(alice, bob, "follow", Map.of("reblogs", "false"));

        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":false}", world.as(bob));

        await().untilAsserted(() ->
                assertThat(account(bob).get("followers_count").asInt()).isEqualTo(1));
        assertThat(names(world.browser().get("/api/v1/follow_requests", world.as(bob))))
                .isEmpty();
        await().untilAsserted(() -> assertThat(heardOf(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(FollowRequested.class, UserFollowed.class));
        assertThat(heardOf(alice, bob).getLast().relationship().showBoosts()).isFalse();
    }

    @Test
    void lockingAgainLeavesTheRestWaiting() {
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":true}", world.as(bob));
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":false}", world.as(bob));
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":true}", world.as(bob));
        act(alice, bob, "follow", Map.of());

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM unlocked_account WHERE account_id = ?")
                        .param(bob.id())
                        .query(Long.class)
                        .single())
                .isZero());
        assertThat(account(bob).get("followers_count").asInt()).isZero();
        assertThat(names(world.browser().get("/api/v1/follow_requests", world.as(bob))))
                .containsExactly(alice.username());
    }

    @Test
    void languagesOfAFollowTravelWithIt() {
        JsonNode relationship =
                act(alice, bob, "follow", Map.of("languages[]", "es")).json();

        assertThat(relationship.at("/languages/0").asString()).isEqualTo("es");
        await().untilAsserted(() -> assertThat(heardOf(alice, bob))
                .singleElement()
                .satisfies(event -> assertThat(event.relationship().languages()).containsExactly("es")));
    }

    @Test
    void refusedRequestsLeaveNothing() {
        world.browser().patchJson("/api/v1/accounts/update_credentials", "{\"locked\":true}", world.as(bob));
        act(alice, bob, "follow", Map.of());

        Answer answer =
                world.browser().post("/api/v1/follow_requests/" + alice.id() + "/reject", Map.of(), world.as(bob));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("requested_by").asBoolean()).isFalse();
        await().untilAsserted(() -> assertThat(heardOf(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(FollowRequested.class, FollowRejected.class));
    }

    private Answer act(Person who, Person whom, String verb, Map<String, String> form) {
        return world.browser().post("/api/v1/accounts/" + whom.id() + "/" + verb, form, world.as(who));
    }

    private JsonNode account(Person person) {
        return world.browser().get("/api/v1/accounts/" + person.id()).json();
    }

    private static List<String> names(Answer answer) {
        return answer.json()
                .valueStream()
                .map(account -> account.get("username").asString())
                .toList();
    }

    private List<RelationshipEvent> heardOf(Person from, Person to) {
        return heard.all(
                RelationshipEvent.class,
                event -> event.relationship().fromId() == from.id()
                        && event.relationship().toId() == to.id());
    }
}
