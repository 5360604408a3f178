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

    private Person alice = World.NOBODY;
    private Person bob = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
    }

    @Test
    void versionsGrowAndNeverRestart() {
        assertThat(world.as(alice).follow(bob).json().get("following").asBoolean())
                .isTrue();
        world.as(alice).follow(bob);
        world.as(alice).follow(bob, Map.of("reblogs", "false", "notify", "true"));
        assertThat(world.as(alice).unfollow(bob).json().get("following").asBoolean())
                .isFalse();
        world.as(alice).unfollow(bob);
        world.as(alice).follow(bob);

        await().untilAsserted(() -> assertThat(heard.between(alice, bob)).hasSize(4));
        List<RelationshipEvent> events = heard.between(alice, bob);
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
        world.as(alice).follow(bob);
        world.as(alice).follow(bob);

        assertThat(world.account(alice).get("following_count").asInt()).isEqualTo(1);
        assertThat(world.account(bob).get("followers_count").asInt()).isEqualTo(1);
        world.as(alice).unfollow(bob);
        assertThat(world.account(alice).get("following_count").asInt()).isZero();
        assertThat(world.account(bob).get("followers_count").asInt()).isZero();
    }

    @Test
    void countsOnceHoweverManyTry() throws Exception {
        List<Callable<Answer>> attempts = Stream.of(alice, bob, alice, bob, alice, bob)
                .map(person -> (Callable<Answer>) () -> world.as(person).follow(person.equals(alice) ? bob : alice))
                .toList();
        try (var executor = Executors.newFixedThreadPool(6)) {
            assertThat(executor.invokeAll(attempts))
                    .allSatisfy(
                            future -> assertThat(future.resultNow().status()).isEqualTo(200));
        }

        assertThat(world.account(bob).get("followers_count").asInt()).isEqualTo(1);
        assertThat(world.account(alice).get("followers_count").asInt()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(heard.between(alice, bob)).hasSize(1));
    }

    @Test
    void refusesOneselfAndNobody() {
        assertThat(world.as(alice).follow(alice).status()).isEqualTo(403);
        Person nobody = new Person(12345, "nobody", "", "");
        assertThat(world.as(alice).follow(nobody).status()).isEqualTo(404);
        assertThat(world.as(alice).unfollow(nobody).status()).isEqualTo(404);
        assertThat(world.browser()
                        .post("/api/v1/accounts/" + bob.id() + "/follow", Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(world.as(alice).follow(bob, Map.of("notify", "perhaps")).status())
                .isEqualTo(422);
        assertThat(world.account(bob).get("followers_count").asInt()).isZero();
    }

    @Test
    void tellsWhatHoldsBothWays() {
        JsonNode relationship =
                world.as(alice).follow(bob, Map.of("languages[]", "es")).json();

        assertThat(relationship.at("/languages/0").asString()).isEqualTo("es");
        JsonNode mine = world.as(alice)
                .get("/api/v1/accounts/relationships?id%5B%5D=" + bob.id() + "&id%5B%5D=999&id%5B%5D=" + alice.id())
                .json();
        assertThat(mine.size()).isEqualTo(2);
        assertThat(mine.get(0).get("id").asString()).isEqualTo(String.valueOf(bob.id()));
        assertThat(mine.get(0).get("following").asBoolean()).isTrue();
        assertThat(mine.get(0).get("showing_reblogs").asBoolean()).isTrue();
        assertThat(mine.get(0).get("languages").toString()).isEqualTo("[\"es\"]");
        assertThat(mine.get(0).get("followed_by").asBoolean()).isFalse();

        JsonNode his = world.as(bob)
                .get("/api/v1/accounts/relationships?id=" + alice.id())
                .json();
        assertThat(his.get(0).get("followed_by").asBoolean()).isTrue();
        assertThat(his.get(0).get("languages").isNull()).isTrue();
    }

    @Test
    void leavesTheSuspendedOutUnlessTheyAreAskedFor() {
        world.as(alice).follow(bob);
        world.administrate(bob.username(), "suspend");
        String path = "/api/v1/accounts/relationships?id=" + bob.id();

        assertThat(world.as(alice).get(path).json()).isEmpty();
        assertThat(world.as(alice)
                        .get(path + "&with_suspended=true")
                        .json()
                        .at("/0/following")
                        .asBoolean())
                .isTrue();
        assertThat(world.as(alice).unfollow(bob).json().get("following").asBoolean())
                .isFalse();
        assertThat(world.as(alice).follow(bob).status()).isEqualTo(404);
    }

    @Test
    void asksForPeopleByNumber() {
        for (String path : List.of("relationships", "familiar_followers")) {
            Answer answer = world.as(alice).get("/api/v1/accounts/" + path + "?id=x");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.json().get("error").asString()).contains("id is not a number");
            assertThat(world.as(alice).get("/api/v1/accounts/" + path).body()).isEqualTo("[]");
        }
    }

    @Test
    void pagesThroughFollowers() {
        Person carol = world.aPerson("carol");
        Person dave = world.aPerson("dave");
        List.of(alice, bob, carol).forEach(person -> world.as(person).follow(dave));
        String path = "/api/v1/accounts/" + dave.id() + "/followers?limit=2";

        Answer first = world.browser().get(path);
        assertThat(first.names()).containsExactly(carol.username(), bob.username());
        assertThat(first.header("Link"))
                .startsWith("<http://localhost:8080/api/v1/accounts/" + dave.id() + "/followers?limit=2&max_id=");
        assertThat(world.browser().get(first.next()).names()).containsExactly(alice.username());
        assertThat(world.browser()
                        .get("/api/v1/accounts/" + alice.id() + "/following")
                        .names())
                .containsExactly(dave.username());
        assertThat(world.browser().get("/api/v1/accounts/4711/followers").status())
                .isEqualTo(404);
    }

    @Test
    void whoHidesItAloneSeesWhomTheyKnow() {
        Person carol = world.aPerson("carol");
        world.as(alice).follow(bob);
        world.as(bob).follow(carol);
        assertThat(world.account(bob).get("hide_collections").asBoolean()).isFalse();

        JsonNode own =
                world.as(bob).updateProfile("{\"hide_collections\":true}").json();

        assertThat(own.get("hide_collections").asBoolean()).isTrue();
        assertThat(own.at("/source/hide_collections").asBoolean()).isTrue();
        assertThat(world.account(bob).get("hide_collections").asBoolean()).isTrue();
        for (String list : List.of("followers", "following")) {
            String path = "/api/v1/accounts/" + bob.id() + "/" + list;
            assertThat(world.browser().get(path).names()).as(list).isEmpty();
            assertThat(world.as(alice).get(path).names()).as(list).isEmpty();
            assertThat(world.as(bob).get(path).names()).as(list).hasSize(1);
        }
        assertThat(world.as(alice)
                        .get("/api/v1/accounts/familiar_followers?id=" + carol.id())
                        .json()
                        .at("/0/accounts"))
                .isEmpty();
    }

    @Test
    void lockedAccountsAreAsked() {
        world.as(bob).lock(true);

        Answer asked = world.as(alice).follow(bob);
        assertThat(asked.json().get("following").asBoolean()).isFalse();
        assertThat(asked.json().get("requested").asBoolean()).isTrue();
        assertThat(world.account(bob).get("followers_count").asInt()).isZero();
        assertThat(world.as(bob).get("/api/v1/follow_requests").names()).containsExactly(alice.username());

        assertThat(world.as(bob).admit(alice).json().get("followed_by").asBoolean())
                .isTrue();
        assertThat(world.account(bob).get("followers_count").asInt()).isEqualTo(1);
        assertThat(world.as(bob).admit(alice).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(heard.between(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(FollowRequested.class, UserFollowed.class));
    }

    @Test
    void unlockingLetsThoseFollowWhoWait() {
        world.as(bob).lock(true);
        world.as(alice).follow(bob, Map.of("reblogs", "false"));

        world.as(bob).lock(false);

        await().untilAsserted(() ->
                assertThat(world.account(bob).get("followers_count").asInt()).isEqualTo(1));
        assertThat(world.as(bob).get("/api/v1/follow_requests").names()).isEmpty();
        await().untilAsserted(() -> assertThat(heard.between(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(FollowRequested.class, UserFollowed.class));
        assertThat(heard.between(alice, bob).getLast().relationship().showBoosts())
                .isFalse();
    }

    @Test
    void lockingAgainLeavesTheRestWaiting() {
        world.as(bob).lock(true);
        world.as(bob).lock(false);
        world.as(bob).lock(true);
        world.as(alice).follow(bob);

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM unlocked_account WHERE account_id = ?")
                        .param(bob.id())
                        .query(Long.class)
                        .single())
                .isZero());
        assertThat(world.account(bob).get("followers_count").asInt()).isZero();
        assertThat(world.as(bob).get("/api/v1/follow_requests").names()).containsExactly(alice.username());
    }

    @Test
    void onlyTheOneWhoWasAskedAnswers() {
        Person carol = world.aPerson("carol");
        world.as(bob).lock(true);
        world.as(alice).follow(bob);

        assertThat(world.as(carol).get("/api/v1/follow_requests").names()).isEmpty();
        assertThat(world.as(carol).admit(alice).status()).isEqualTo(404);
        assertThat(world.as(carol).reject(alice).status()).isEqualTo(404);
        assertThat(world.as(alice).admit(bob).status()).isEqualTo(404);

        assertThat(world.as(bob).get("/api/v1/follow_requests").names()).containsExactly(alice.username());
        assertThat(world.as(bob).relationshipTo(alice).get("requested_by").asBoolean())
                .isTrue();
    }

    @Test
    void pagesThroughRequests() {
        Person carol = world.aPerson("carol");
        world.as(bob).lock(true);
        world.as(alice).follow(bob);
        world.as(carol).follow(bob);

        Answer first = world.as(bob).get("/api/v1/follow_requests?limit=1");

        assertThat(first.names()).containsExactly(carol.username());
        assertThat(world.as(bob).get(first.next()).names()).containsExactly(alice.username());
        assertThat(world.as(bob)
                        .ownAccount()
                        .at("/source/follow_requests_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aFollowIsOfLanguagesThatThereAre() {
        Answer answer = world.as(alice).follow(bob, Map.of("languages[]", "klingon"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("details").propertyNames()).containsExactly("languages");
        assertThat(world.as(alice).relationshipTo(bob).get("following").asBoolean())
                .isFalse();
        assertThat(world.as(alice)
                        .follow(bob, Map.of("languages[]", "es-MX"))
                        .json()
                        .get("languages")
                        .toString())
                .isEqualTo("[\"es\"]");
    }

    @Test
    void languagesOfAFollowTravelWithIt() {
        JsonNode relationship =
                world.as(alice).follow(bob, Map.of("languages[]", "es")).json();

        assertThat(relationship.at("/languages/0").asString()).isEqualTo("es");
        await().untilAsserted(() -> assertThat(heard.between(alice, bob))
                .singleElement()
                .satisfies(event -> assertThat(event.relationship().languages()).containsExactly("es")));
    }

    @Test
    void refusedRequestsLeaveNothing() {
        world.as(bob).lock(true);
        world.as(alice).follow(bob);

        Answer answer = world.as(bob).reject(alice);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("requested_by").asBoolean()).isFalse();
        await().untilAsserted(() -> assertThat(heard.between(alice, bob))
                .extracting(Object::getClass)
                .containsExactly(FollowRequested.class, FollowRejected.class));
    }
}
