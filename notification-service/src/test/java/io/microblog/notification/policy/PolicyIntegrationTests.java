package io.microblog.notification.policy;

import java.util.List;
import java.util.Map;

import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.Visibility;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What people let others tell them, and whom they let in. */
@NotificationServiceTest
class PolicyIntegrationTests {

    private static final String V1 = "/api/v1/notifications/policy";
    private static final String V2 = "/api/v2/notifications/policy";
    private static final String REQUESTS = "/api/v1/notifications/requests";

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
    void everybodyButLimitedPeopleIsHeardUnlessThePersonSaysOtherwise() {
        JsonNode policy = alice.reads(V2).body();
        for (String rule :
                List.of("for_not_following", "for_not_followers", "for_new_accounts", "for_private_mentions")) {
            assertThat(policy.path(rule).asString()).isEqualTo("accept");
        }
        assertThat(policy.path("for_limited_accounts").asString()).isEqualTo("filter");
        assertThat(policy.path("summary").path("pending_requests_count").asInt(-1))
                .isZero();
        assertThat(policy.path("summary").path("pending_notifications_count").asInt(-1))
                .isZero();
    }

    @Test
    void changesWhatIsSaidAndKeepsTheRest() {
        alice.patches(V2, Map.of("for_not_following", "filter"));
        JsonNode policy =
                alice.patches(V2, Map.of("for_private_mentions", "drop")).body();

        assertThat(policy.path("for_not_following").asString()).isEqualTo("filter");
        assertThat(policy.path("for_private_mentions").asString()).isEqualTo("drop");
        assertThat(policy.path("for_new_accounts").asString()).isEqualTo("accept");
        assertThat(alice.reads(V2).body()).isEqualTo(policy);
        assertThat(bob.reads(V2).body().path("for_not_following").asString()).isEqualTo("accept");
        JsonNode old = alice.reads(V1).body();
        assertThat(old.path("filter_not_following").asBoolean()).isTrue();
        assertThat(old.path("filter_private_mentions").asBoolean()).isTrue();
        assertThat(old.path("filter_new_accounts").asBoolean(true)).isFalse();
    }

    @Test
    void takesTheSwitchesOfTheFirstVersion() {
        JsonNode policy = alice.sends(MockMvcRequestBuilders.put(V1).param("filter_new_accounts", "true"))
                .body();
        assertThat(policy.path("filter_new_accounts").asBoolean()).isTrue();
        assertThat(alice.reads(V2).body().path("for_new_accounts").asString()).isEqualTo("filter");
        alice.patches(V1, Map.of("filter_new_accounts", false));
        assertThat(alice.reads(V2).body().path("for_new_accounts").asString()).isEqualTo("accept");
        assertThat(alice.sends(MockMvcRequestBuilders.put(V2).param("for_not_followers", "drop"))
                        .body()
                        .path("for_not_followers")
                        .asString())
                .isEqualTo("drop");
    }

    @Test
    void refusesWhatIsNoAction() {
        Reply reply = alice.patches(V2, Map.of("for_new_accounts", "ignore"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.content()).contains("for_new_accounts");
        assertThat(alice.reads(V2).body().path("for_new_accounts").asString()).isEqualTo("accept");
    }

    @Test
    void setsStrangersApart() {
        alice.patches(V2, Map.of("for_not_following", "filter"));
        alice.follows(carol);
        world.settle();
        PostDraft post = bob.writes("Hello").to(alice).publish();
        carol.writes("Hello, too").to(alice).publish();
        world.settleWithMail();

        assertThat(alice.notifications().body()).hasSize(1);
        assertThat(alice.unread()).isOne();
        assertThat(alice.reads("/api/v2/notifications").body().path("notification_groups"))
                .hasSize(1);
        assertThat(alice.reads("/api/v1/notifications?include_filtered=true").body())
                .hasSize(2);
        assertThat(world.mailOf(alice)).hasSize(1);
        JsonNode request = alice.reads(REQUESTS).body().path(0);
        assertThat(request.path("account").path("id").asString()).isEqualTo(Long.toString(bob.id()));
        assertThat(request.path("last_status").path("id").asString()).isEqualTo(Long.toString(post.id()));
        assertThat(request.path("notifications_count").asString()).isEqualTo("1");
        assertThat(request.path("updated_at").asString()).endsWith("Z");
        assertThat(alice.reads(V2)
                        .body()
                        .path("summary")
                        .path("pending_requests_count")
                        .asInt())
                .isOne();
        assertThat(alice.reads(REQUESTS + "/" + request.path("id").asString()).body())
                .isEqualTo(request);
    }

    @Test
    void dropsWhatIsNotWanted() {
        alice.patches(V2, Map.of("for_not_following", "drop"));
        bob.writes("Hello").to(alice).publish();
        world.settleWithMail();

        assertThat(alice.reads("/api/v1/notifications?include_filtered=true").body())
                .isEmpty();
        assertThat(alice.reads(REQUESTS).body()).isEmpty();
        assertThat(world.mailOf(alice)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"for_not_followers", "for_new_accounts"})
    void knowsFollowersFromNewcomers(String rule) {
        alice.patches(V2, Map.of(rule, "filter"));
        UserFollowed known = rule.equals("for_not_followers") ? world.follow(carol, alice) : world.follow(alice, carol);
        world.happens(known);
        world.settle();
        bob.writes("Hello").to(alice).publish();
        carol.writes("Hello, too").to(alice).publish();
        world.settle();

        assertThat(alice.reads("/api/v1/notifications?types[]=mention").body()).hasSize(1);
        assertThat(alice.reads(REQUESTS).body()).hasSize(1);
    }

    @Test
    void setsLimitedStrangersApartUntilTheLimitIsLifted() {
        Person dora = world.newcomer("dora");
        dora.follows(bob);
        world.limit(bob, true);
        bob.writes("Hello").to(alice, dora).publish();
        world.settleWithMail();

        assertThat(alice.notifications().body()).isEmpty();
        assertThat(alice.unread()).isZero();
        assertThat(world.mailOf(alice)).isEmpty();
        assertThat(alice.reads(REQUESTS).body()).hasSize(1);
        assertThat(dora.reads("/api/v1/notifications?types[]=mention").body()).hasSize(1);

        world.limit(bob, false);
        bob.writes("Again").to(alice).publish();
        world.settle();
        assertThat(alice.notifications().body()).hasSize(1);
    }

    @Test
    void doesWithLimitedPeopleWhatThePersonSays() {
        world.limit(bob, true);
        alice.patches(V2, Map.of("for_limited_accounts", "drop"));
        bob.writes("Hello").to(alice).publish();
        world.settle();
        assertThat(alice.reads("/api/v1/notifications?include_filtered=true").body())
                .isEmpty();

        alice.patches(V2, Map.of("for_limited_accounts", "accept"));
        bob.writes("Again").to(alice).publish();
        world.settle();
        assertThat(alice.notifications().body()).hasSize(1);
    }

    @Test
    void acceptingLetsALimitedPersonIn() {
        world.limit(bob, true);
        bob.writes("Hello").to(alice).publish();
        world.settle();
        alice.posts(REQUESTS + "/" + alice.reads(REQUESTS).ids().getFirst() + "/accept");
        bob.writes("Again").to(alice).publish();
        world.settle();

        assertThat(alice.notifications().body()).hasSize(2);
    }

    @Test
    void setsPrivateMentionsApartButNoAnswersInPrivate() {
        alice.patches(V2, Map.of("for_private_mentions", "filter"));
        bob.writes("Psst").to(alice).visibleTo(Visibility.DIRECT).publish();
        carol.writes("As you asked")
                .answering(alice)
                .to(alice)
                .visibleTo(Visibility.DIRECT)
                .publish();
        bob.writes("In public").to(alice).publish();
        world.settle();

        assertThat(alice.notifications().body()).hasSize(2);
        assertThat(alice.reads(REQUESTS).body()).hasSize(1);
    }

    @Test
    void asksNoPolicyOfWhatThePersonAskedFor() {
        alice.patches(V2, Map.of("for_not_following", "drop", "for_not_followers", "drop"));
        PostDraft post = bob.writes("What now?").publish();
        world.happens(post.boostedBy(alice), post.pollEnded(alice));
        world.settle();
        post.edit("What next?");
        world.settle();

        assertThat(alice.notifications().each("type")).containsExactly("update", "poll");
    }

    @Test
    void acceptingLetsInForGood() {
        String id = requestOf(bob);
        assertThat(alice.posts(REQUESTS + "/" + id + "/accept").content()).isEqualTo("{}");
        bob.writes("Again").to(alice).publish();
        carol.writes("Who?").to(alice).publish();
        world.settle();

        assertThat(alice.notifications().body()).hasSize(2);
        assertThat(alice.reads(REQUESTS).each("id")).doesNotContain(id).hasSize(1);
        assertThat(alice.reads(REQUESTS + "/merged").body().path("merged").asBoolean())
                .isTrue();
        assertThat(alice.posts(REQUESTS + "/" + id + "/accept").status()).isEqualTo(404);
        assertThat(alice.reads(REQUESTS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void dismissingHidesUntilTheNextTime() {
        String id = requestOf(bob);
        assertThat(alice.posts(REQUESTS + "/" + id + "/dismiss").content()).isEqualTo("{}");
        assertThat(alice.reads(REQUESTS).body()).isEmpty();
        assertThat(alice.reads("/api/v1/notifications?include_filtered=true").body())
                .isEmpty();
        assertThat(alice.posts(REQUESTS + "/" + id + "/dismiss").status()).isEqualTo(404);

        bob.writes("Again").to(alice).publish();
        world.settle();
        assertThat(alice.reads(REQUESTS).body()).hasSize(1);
        assertThat(alice.notifications().body()).isEmpty();
    }

    @Test
    void decidesManyAtOnce() {
        requestOf(bob);
        requestOf(carol);
        List<String> ids = alice.reads(REQUESTS).ids();
        assertThat(ids).hasSize(2);
        assertThat(alice.posts(REQUESTS + "/accept", Map.of("id", List.of(ids.get(0))))
                        .content())
                .isEqualTo("{}");
        assertThat(alice.sends(MockMvcRequestBuilders.post(REQUESTS + "/dismiss")
                                .param("id[]", ids.get(1)))
                        .content())
                .isEqualTo("{}");
        assertThat(alice.reads(REQUESTS).body()).isEmpty();
        assertThat(alice.notifications().body()).hasSize(1);
        assertThat(alice.posts(REQUESTS + "/accept", Map.of("id", List.of("none")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void pagesRequests() {
        requestOf(bob);
        requestOf(carol);
        List<String> ids = alice.reads(REQUESTS).ids();
        Reply first = alice.reads(REQUESTS + "?limit=1");
        assertThat(first.ids()).isEqualTo(ids.subList(0, 1));
        assertThat(first.link()).contains("max_id=" + ids.get(0), "min_id=" + ids.get(0));
        assertThat(alice.reads(REQUESTS + "?limit=1&max_id=" + ids.get(0)).ids())
                .isEqualTo(ids.subList(1, 2));
        assertThat(alice.reads(REQUESTS + "?limit=1&min_id=" + ids.get(1)).ids())
                .isEqualTo(ids.subList(0, 1));
    }

    @Test
    void aRequestGoesWithWhatItIsAbout() {
        alice.patches(V2, Map.of("for_not_following", "filter"));
        PostDraft post = bob.writes("Oops").to(alice).publish();
        world.settle();
        assertThat(alice.reads(REQUESTS).body()).hasSize(1);
        post.delete();
        world.settle();

        assertThat(alice.reads(REQUESTS).body()).isEmpty();
        assertThat(alice.reads(V2)
                        .body()
                        .path("summary")
                        .path("pending_requests_count")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void keepsOthersRequestsToThemselves() {
        String id = requestOf(bob);
        assertThat(carol.reads(REQUESTS).body()).isEmpty();
        assertThat(carol.reads(REQUESTS + "/" + id).status()).isEqualTo(404);
        assertThat(carol.posts(REQUESTS + "/" + id + "/accept").status()).isEqualTo(404);
        assertThat(carol.posts(REQUESTS + "/" + id + "/dismiss").status()).isEqualTo(404);
        carol.posts(REQUESTS + "/accept", Map.of("id", List.of(id)));
        carol.posts(REQUESTS + "/dismiss", Map.of("id", List.of(id)));

        assertThat(alice.reads(REQUESTS).ids()).containsExactly(id);
    }

    @Test
    void servesOnlyWhomTheTokenAllows() {
        String id = requestOf(bob);
        String readOnly = TestTokens.forAccount(alice.id(), "read:notifications");
        String writeOnly = TestTokens.forAccount(alice.id(), "write:notifications");
        for (String path : List.of(V1, V2, REQUESTS, REQUESTS + "/" + id, REQUESTS + "/merged")) {
            assertThat(with(HttpMethod.GET, path, writeOnly)).isEqualTo(403);
            assertThat(with(HttpMethod.GET, path, readOnly)).isEqualTo(200);
            assertThat(world.run(MockMvcRequestBuilders.get(path)).status()).isEqualTo(401);
        }
        for (String path : List.of("/accept", "/dismiss", "/" + id + "/accept", "/" + id + "/dismiss")) {
            assertThat(with(HttpMethod.POST, REQUESTS + path, readOnly)).isEqualTo(403);
            assertThat(world.run(MockMvcRequestBuilders.post(REQUESTS + path)).status())
                    .isEqualTo(401);
        }
        for (HttpMethod method : List.of(HttpMethod.PATCH, HttpMethod.PUT)) {
            assertThat(with(method, V1, readOnly)).isEqualTo(403);
            assertThat(with(method, V2, readOnly)).isEqualTo(403);
        }
        assertThat(alice.reads(REQUESTS).ids()).containsExactly(id);
    }

    private int with(HttpMethod method, String path, String token) {
        return world.run(MockMvcRequestBuilders.request(method, path).header("Authorization", "Bearer " + token))
                .status();
    }

    /** The id of a request that somebody makes, whom Alice does not follow. */
    private String requestOf(Person person) {
        alice.patches(V2, Map.of("for_not_following", "filter"));
        person.writes("Hello").to(alice).publish();
        world.settle();
        return alice.reads(REQUESTS).ids().getFirst();
    }
}
