package io.microblog.user.relation;

import java.util.List;
import java.util.Map;

import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class EndorsementIntegrationTests {

    @Autowired
    World world;

    private Person alice = World.NOBODY;
    private Person bob = World.NOBODY;
    private Person carol = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
        carol = world.aPerson("carol");
        world.as(alice).follow(bob);
        world.as(alice).follow(carol);
    }

    @Test
    void showsPeopleInTheProfileTheLastFirst() {
        JsonNode first = world.as(alice)
                .post("/api/v1/accounts/" + bob.id() + "/pin", Map.of())
                .json();
        endorse(carol);
        endorse(bob);

        assertThat(first.get("endorsed").asBoolean()).isTrue();
        assertThat(first.get("following").asBoolean()).isTrue();
        assertThat(world.as(alice).relationshipTo(carol).get("endorsed").asBoolean())
                .isTrue();
        assertThat(world.as(bob).relationshipTo(alice).get("endorsed").asBoolean())
                .isFalse();
        assertThat(own()).containsExactly(carol.username(), bob.username());
        assertThat(world.browser().get(profile(alice)).names()).containsExactly(carol.username(), bob.username());
        assertThat(world.as(bob).get(profile(alice) + "?limit=1").names()).containsExactly(carol.username());
        assertThat(world.as(bob).get("/api/v1/endorsements").names()).isEmpty();
    }

    @Test
    void endsByWishOrWithTheFollow() {
        endorse(bob);
        endorse(carol);

        JsonNode ended = world.as(alice)
                .post("/api/v1/accounts/" + bob.id() + "/unendorse", Map.of())
                .json();
        assertThat(ended.get("endorsed").asBoolean()).isFalse();
        assertThat(world.as(alice)
                        .post("/api/v1/accounts/" + bob.id() + "/unpin", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(own()).containsExactly(carol.username());
        world.as(alice).post("/api/v1/accounts/" + carol.id() + "/unfollow", Map.of());
        assertThat(own()).isEmpty();
        world.as(alice).follow(carol);
        assertThat(own()).isEmpty();

        endorse(carol);
        world.as(carol).block(alice);
        assertThat(own()).isEmpty();
    }

    @Test
    void onlyFollowedPeopleAreEndorsed() {
        Person stranger = world.aPerson("stranger");
        String path = "/api/v1/accounts/";

        for (long id : List.of(stranger.id(), alice.id())) {
            assertThat(world.as(alice).post(path + id + "/endorse", Map.of()).status())
                    .isEqualTo(422);
        }
        assertThat(world.as(alice).post(path + "42/endorse", Map.of()).status()).isEqualTo(404);
        assertThat(world.as(alice).post(path + "42/unendorse", Map.of()).status())
                .isEqualTo(404);
        String reader = world.aToken(alice, "read");
        assertThat(world.as(reader).post(path + bob.id() + "/endorse", Map.of()).status())
                .isEqualTo(403);
        assertThat(world.browser().get("/api/v1/endorsements").status()).isEqualTo(401);
        assertThat(own()).isEmpty();
    }

    @Test
    void nobodySeesWhomTheyDoNotComeAcross() {
        endorse(bob);
        endorse(carol);
        Person dave = world.aPerson("dave");
        world.as(dave).block(bob);
        assertThat(world.as(dave).get(profile(alice)).names()).containsExactly(carol.username());

        world.administrate(carol.username(), "suspend");
        assertThat(world.as(dave).get(profile(alice)).names()).isEmpty();
        assertThat(own()).containsExactly(bob.username());

        world.as(alice).block(dave);
        world.administrate(carol.username(), "reinstate");
        assertThat(world.as(dave).get(profile(alice)).names()).isEmpty();
        world.administrate(alice.username(), "suspend");
        assertThat(world.browser().get(profile(alice)).names()).isEmpty();
        assertThat(world.browser().get("/api/v1/accounts/42/endorsements").status())
                .isEqualTo(404);
    }

    private void endorse(Person whom) {
        assertThat(world.as(alice)
                        .post("/api/v1/accounts/" + whom.id() + "/endorse", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private List<String> own() {
        return world.as(alice).get("/api/v1/endorsements").names();
    }

    private static String profile(Person person) {
        return "/api/v1/accounts/" + person.id() + "/endorsements";
    }
}
