package io.microblog.user.suggestion;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SuggestionIntegrationTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    private Person alice = World.NOBODY;
    private Person bob = World.NOBODY;
    private Person carol = World.NOBODY;

    @BeforeEach
    void meet() {
        alice = world.aPerson("alice");
        bob = world.aPerson("bob");
        carol = world.aPerson("carol");
        world.as(alice).follow(bob);
        world.as(bob).follow(carol);
    }

    @Test
    void suggestsWhomMostOfOnesOwnFollow() {
        Person dave = world.aPerson("dave");
        Person erin = world.aPerson("erin");
        world.as(alice).follow(dave);
        Stream.of(bob, dave).forEach(friend -> world.as(friend).follow(erin));

        JsonNode found = world.as(alice).get("/api/v2/suggestions?limit=2").json();

        assertThat(names(found)).containsExactly(erin.username(), carol.username());
        assertThat(found.at("/0/sources").toString()).isEqualTo("[\"friends_of_friends\"]");
        assertThat(found.at("/0/source").asString()).isEqualTo("past_interactions");
        assertThat(found.at("/0/account/id").asString()).isEqualTo(String.valueOf(erin.id()));
        assertThat(world.as(alice).get("/api/v1/suggestions?limit=2").names())
                .containsExactly(erin.username(), carol.username());
    }

    @Test
    void leavesOutWithWhomThereIsAnything() {
        Person asked = world.aPerson("asked");
        Person blocked = world.aPerson("blocked");
        Person blocking = world.aPerson("blocking");
        Person muted = world.aPerson("muted");
        Person suspended = world.aPerson("suspended");
        Person shy = world.aPerson("shy");
        Person dismissed = world.aPerson("dismissed");
        List<Person> all = List.of(asked, blocked, blocking, muted, suspended, shy, dismissed, alice, carol);
        all.forEach(person -> world.as(bob).follow(person));
        all.forEach(this::makePopular);
        makePopular(bob);
        assertThat(suggested()).containsAll(without(all, alice)).doesNotContain(alice.username(), bob.username());

        world.as(asked).lock(true);
        world.as(alice).follow(asked);
        world.as(alice).block(blocked);
        world.as(blocking).block(alice);
        world.as(alice).mute(muted);
        world.administrate(suspended.username(), "suspend");
        world.as(shy).updateProfile("{\"discoverable\":false}");
        assertThat(world.as(alice)
                        .delete("/api/v1/suggestions/" + dismissed.id())
                        .body())
                .isEqualTo("{}");

        assertThat(suggested())
                .contains(carol.username())
                .doesNotContain(bob.username())
                .doesNotContainAnyElementsOf(without(all, carol));
    }

    @Test
    void givesNobodyAwayWhoHidesWhomTheyFollow() {
        assertThat(friendsOfFriends()).contains(carol.username());

        world.as(bob).updateProfile("{\"hide_collections\":true}");

        assertThat(friendsOfFriends()).doesNotContain(carol.username());
    }

    @Test
    void whatIsTakenBackIsSuggestedAgain() {
        world.as(alice).mute(carol);
        assertThat(suggested()).doesNotContain(carol.username());

        world.as(alice).unmute(carol);

        assertThat(suggested()).contains(carol.username());
    }

    @Test
    void suggestsThePopularToNewcomersThoseOfTheirLanguageFirst() {
        Person famous = world.aPerson("famous");
        Person paisana = world.aPerson("paisana");
        Person newcomer = world.aPerson("newcomer");
        world.as(paisana).updateProfile("{\"source\":{\"language\":\"gn\"}}");
        makePopular(famous, 3_000_000);
        makePopular(paisana, 2_000_000);

        assertThat(names(world.as(newcomer).get("/api/v2/suggestions?limit=2").json()))
                .containsExactly(famous.username(), paisana.username());
        world.as(newcomer).updateProfile("{\"source\":{\"language\":\"gn\"}}");
        JsonNode found = world.as(newcomer).get("/api/v2/suggestions?limit=2").json();

        assertThat(names(found)).containsExactly(paisana.username(), famous.username());
        assertThat(found.at("/0/sources").toString()).isEqualTo("[\"most_followed\"]");
        assertThat(found.at("/0/source").asString()).isEqualTo("global");
    }

    @Test
    void dismissalIsOnesOwnAndNeverFails() {
        Person dave = world.aPerson("dave");
        world.as(dave).follow(bob);
        String path = "/api/v1/suggestions/" + carol.id();

        assertThat(world.as(alice).delete(path).status()).isEqualTo(200);
        assertThat(world.as(alice).delete(path).status()).isEqualTo(200);
        assertThat(world.as(alice).delete("/api/v1/suggestions/4711").body()).isEqualTo("{}");

        assertThat(suggested()).doesNotContain(carol.username());
        assertThat(names(world.as(dave).get("/api/v2/suggestions?limit=80").json()))
                .contains(carol.username());
    }

    /** All the follows of all whom one follows would cost the more the larger the server is. */
    @Test
    void looksAtTheNewestFollowsAlone() {
        followMany(bob, 60);
        assertThat(friendsOfFriends()).doesNotContain(carol.username());

        world.as(bob).unfollow(carol);
        world.as(bob).follow(carol);

        assertThat(friendsOfFriends()).contains(carol.username());
    }

    private List<String> suggested() {
        return names(world.as(alice).get("/api/v2/suggestions?limit=80").json());
    }

    private List<String> friendsOfFriends() {
        return world.as(alice)
                .get("/api/v2/suggestions?limit=80")
                .json()
                .valueStream()
                .filter(one -> one.at("/sources/0").asString().equals("friends_of_friends"))
                .map(one -> one.at("/account/username").asString())
                .toList();
    }

    private static List<String> names(JsonNode suggestions) {
        return suggestions
                .valueStream()
                .map(one -> one.at("/account/username").asString())
                .toList();
    }

    private static List<String> without(List<Person> people, Person one) {
        return people.stream()
                .filter(person -> !person.equals(one))
                .map(Person::username)
                .toList();
    }

    private void makePopular(Person person) {
        makePopular(person, 1_000_000);
    }

    private void makePopular(Person person, long followers) {
        jdbc.sql("UPDATE account_stats SET followers_count = :followers WHERE account_id = :id")
                .params(Map.of("followers", followers, "id", person.id()))
                .update();
    }

    /** So many new follows of people who are there for nothing else, and are nobody to suggest. */
    private void followMany(Person person, int many) {
        jdbc.sql("""
                WITH extra AS (
                    INSERT INTO account (id, version, username, discoverable, created_at)
                    SELECT :id + n, 1, 'extra_' || :id || '_' || n, false, now() FROM generate_series(1, :many) n
                    RETURNING id)
                INSERT INTO relationship (from_id, to_id, follow_id, followed_at)
                SELECT :id, extra.id, (SELECT max(follow_id) FROM relationship) + extra.id - :id, now() FROM extra
                """).params(Map.of("id", person.id(), "many", many)).update();
    }
}
