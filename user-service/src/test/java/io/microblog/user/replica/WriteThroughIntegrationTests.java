package io.microblog.user.replica;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.ReplicaKeepers.State;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person has decided has been told to those who act on it when the answer comes, and not before it is committed. */
@IntegrationTest
class WriteThroughIntegrationTests {

    @Autowired
    World world;

    private Person alice = World.NOBODY;
    private Person bob = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
    }

    @AfterEach
    void everybodyAnswers() {
        ReplicaKeepers.failNext(0);
    }

    @Test
    void defaultsOfPosts() {
        world.as(alice).updateProfile("{\"source\":{\"privacy\":\"private\",\"sensitive\":true,\"language\":\"eu\"}}");

        State told = ReplicaKeepers.of(alice).getLast();
        assertThat(told.keeper()).isEqualTo("posts");
        assertThat(told.committed()).isEqualTo(told.version());
        assertThat(told.json().at("/posting_defaults/visibility").asString()).isEqualTo("private");
        assertThat(told.json().at("/posting_defaults/sensitive").asBoolean()).isTrue();
        assertThat(told.json().at("/posting_defaults/language").asString()).isEqualTo("eu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "discoverable", "indexable", "hide_collections"})
    void settingsThatConcernPrivacy(String setting) {
        world.as(alice).updateProfile("{\"%s\":true}".formatted(setting));

        assertThat(ReplicaKeepers.of(alice)).hasSize(1);
    }

    @Test
    void nothingElseOfAProfile() {
        assertThat(world.as(alice).updateProfile("{\"display_name\":\"Alice\"}").status())
                .isEqualTo(200);

        assertThat(ReplicaKeepers.of(alice)).isEmpty();
    }

    @Test
    void aBlockAndTheFollowsThatItEnds() {
        world.as(alice).follow(bob);
        world.as(bob).follow(alice);

        world.as(alice).block(bob);

        for (String keeper : List.of("posts", "notifications")) {
            assertThat(last(keeper, alice, bob).json().get("blocking").asBoolean())
                    .isTrue();
            assertThat(last(keeper, alice, bob).json().get("following").asBoolean())
                    .isFalse();
            assertThat(last(keeper, bob, alice).json().get("following").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void aMute() {
        world.as(alice).mute(bob);

        for (String keeper : List.of("posts", "notifications")) {
            assertThat(last(keeper, alice, bob).json().get("muting").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void theEndOfAFollowByEitherSide() {
        world.as(alice).follow(bob);
        assertThat(last("posts", alice, bob).json().get("following").asBoolean())
                .isTrue();
        world.as(alice).unfollow(bob);
        assertThat(last("posts", alice, bob).json().get("following").asBoolean())
                .isFalse();

        world.as(alice).follow(bob);
        world.as(bob).removeFollower(alice);
        assertThat(last("posts", alice, bob).json().get("following").asBoolean())
                .isFalse();
    }

    @Test
    void aRequestThatIsGranted() {
        world.as(bob).lock(true);
        world.as(alice).follow(bob);
        assertThat(last("posts", alice, bob).json().get("following").asBoolean())
                .isFalse();

        world.as(bob).admit(alice);

        assertThat(last("posts", alice, bob).json().get("following").asBoolean())
                .isTrue();
    }

    @Test
    void whatAnAdministratorDecides() {
        world.administrate(alice.username(), "suspend");
        assertThat(ReplicaKeepers.of(alice).getLast().json().get("suspended").asBoolean())
                .isTrue();

        world.administrate(alice.username(), "reinstate");
        assertThat(ReplicaKeepers.of(alice).getLast().json().get("suspended").asBoolean())
                .isFalse();
    }

    @Test
    void saysSoWhenARestrictionIsNotInForceAndTriesAgainWhenAsked() {
        for (var attempt : restrictions().entrySet()) {
            ReplicaKeepers.failNext(2);
            Answer failed = attempt.getValue().get();
            assertThat(failed.status()).as(attempt.getKey()).isEqualTo(503);
            assertThat(failed.body()).contains("saved").contains("try again");
            assertThat(failed.header("Retry-After")).isNotEmpty();

            int before = told();
            assertThat(attempt.getValue().get().status())
                    .as(attempt.getKey() + " again")
                    .isEqualTo(200);
            assertThat(told()).as(attempt.getKey()).isGreaterThan(before);
        }
    }

    @Test
    void oneLostCallIsRepeated() {
        ReplicaKeepers.failNext(1);

        assertThat(world.as(alice).block(bob).status()).isEqualTo(200);
        assertThat(last("posts", alice, bob).json().get("blocking").asBoolean()).isTrue();
    }

    @Test
    void silenceIsInForceForNotificationsToo() {
        ReplicaKeepers.whileAway("notifications", () -> {
            assertThat(world.as(alice).block(bob).status()).isEqualTo(503);
            assertThat(world.as(alice).unfollow(bob).status()).isEqualTo(200);
        });
    }

    @Test
    void whatAllowsMoreMayComeLate() {
        world.as(alice).block(bob);
        world.as(alice).mute(bob);
        ReplicaKeepers.failNext(4);
        assertThat(world.as(alice).unmute(bob).status()).isEqualTo(200);
        assertThat(world.as(alice).unblock(bob).status()).isEqualTo(200);
        ReplicaKeepers.failNext(1);
        assertThat(world.as(alice).follow(bob).status()).isEqualTo(200);
    }

    private Map<String, Supplier<Answer>> restrictions() {
        world.as(alice).follow(bob);
        world.as(bob).follow(alice);
        return Map.of(
                "defaults", () -> world.as(alice).updateProfile("{\"source\":{\"privacy\":\"private\"}}"),
                "unfollow", () -> world.as(alice).unfollow(bob),
                "remove", () -> world.as(alice).removeFollower(bob),
                "mute", () -> world.as(alice).mute(bob),
                "block", () -> world.as(alice).block(bob),
                "suspend", () -> world.administrate(bob.username(), "suspend"));
    }

    private int told() {
        return ReplicaKeepers.of(alice).size()
                + ReplicaKeepers.of(bob).size()
                + ReplicaKeepers.between(alice, bob).size();
    }

    private static State last(String keeper, Person from, Person to) {
        State last = ReplicaKeepers.between(from, to).stream()
                .filter(state -> state.keeper().equals(keeper))
                .toList()
                .getLast();
        assertThat(last.committed()).isEqualTo(last.version());
        return last;
    }
}
