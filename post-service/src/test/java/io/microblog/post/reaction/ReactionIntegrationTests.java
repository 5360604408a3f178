package io.microblog.post.reaction;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@PostServiceTest
class ReactionIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        carol = town.newcomer("carol");
    }

    @Test
    void aFavouriteIsCountedAndRememberedOnce() {
        long post = alice.posts("Hello");

        Reply favourited = bob.does("favourite", post);
        bob.does("favourite", post);
        carol.does("favourite", post);

        assertThat(favourited.id()).isEqualTo(post);
        assertThat(favourited.body().path("favourited").asBoolean()).isTrue();
        assertThat(favourited.body().path("favourites_count").asLong()).isOne();
        Reply seen = alice.reads("/api/v1/statuses/" + post);
        assertThat(seen.body().path("favourited").asBoolean()).isFalse();
        assertThat(seen.body().path("favourites_count").asLong()).isEqualTo(2);

        bob.does("unfavourite", post);
        Reply taken = bob.does("unfavourite", post);
        assertThat(taken.body().path("favourited").asBoolean()).isFalse();
        assertThat(taken.body().path("favourites_count").asLong()).isOne();
    }

    /** As if there were so many: to count them again would take longer with each. */
    @Test
    void aFavouriteIsAddedToTheOthersWithoutCountingThem() {
        long post = alice.posts("Hello");
        bob.does("favourite", post);
        jdbc.sql("UPDATE post_counts SET favourites = 1000000 WHERE post_id = :post")
                .param("post", post)
                .update();

        assertThat(carol.does("favourite", post).body().path("favourites_count").asLong())
                .isEqualTo(1_000_001);
    }

    @Test
    void everyChangeIsToldWithTheNumbersAsTheyAreThen() {
        long post = alice.posts("Hello");
        bob.does("favourite", post);
        bob.does("favourite", post);
        carol.does("favourite", post);
        long boost = carol.boosts(post);
        bob.does("unfavourite", post);
        carol.deletes(boost);
        bob.does("bookmark", post);
        town.settle();

        assertThat(town.reactionsTo(post))
                .containsExactly(
                        "PostFavourited 1 1 0",
                        "PostFavourited 2 2 0",
                        "PostBoosted 3 2 1",
                        "PostUnfavourited 4 1 1",
                        "PostUnboosted 5 1 0");
    }

    @Test
    void manyAtOnceAreCountedExactly() throws Exception {
        long post = alice.posts("Hello");
        List<Person> fans =
                IntStream.range(0, 6).mapToObj(number -> town.newcomer("fan")).toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Reply>> acts = fans.stream()
                    .flatMap(fan -> Stream.<Callable<Reply>>of(
                            () -> fan.does("favourite", post),
                            () -> fan.does("reblog", post),
                            () -> fan.does("favourite", post)))
                    .toList();
            for (var act : threads.invokeAll(acts)) {
                act.get();
            }
        }

        Reply seen = alice.reads("/api/v1/statuses/" + post);
        assertThat(seen.body().path("favourites_count").asLong()).isEqualTo(6);
        assertThat(seen.body().path("reblogs_count").asLong()).isEqualTo(6);
        town.settle();
        assertThat(town.reactionsTo(post)).hasSize(12).last().asString().endsWith("12 6 6");
    }

    @Test
    void aBookmarkIsNobodyElsesBusiness() {
        long post = alice.posts("Hello");

        assertThat(bob.does("bookmark", post).body().path("bookmarked").asBoolean())
                .isTrue();
        bob.does("bookmark", post);

        assertThat(alice.reads("/api/v1/statuses/" + post)
                        .body()
                        .path("bookmarked")
                        .asBoolean())
                .isFalse();
        assertThat(bob.reads("/api/v1/bookmarks").ids()).containsExactly(post);
        assertThat(alice.reads("/api/v1/bookmarks").ids()).isEmpty();
        assertThat(bob.does("unbookmark", post).body().path("bookmarked").asBoolean())
                .isFalse();
        assertThat(bob.reads("/api/v1/bookmarks").ids()).isEmpty();
    }

    @Test
    void tellsSearchWhatSomebodyKeeps() {
        long liked = alice.posts("One");
        long marked = alice.posts("Two");
        long carried = alice.posts("Three");
        alice.posts("Four");
        bob.does("favourite", liked);
        bob.does("bookmark", liked);
        bob.does("bookmark", marked);
        bob.does("reblog", carried);

        assertThat(kept(bob)).containsExactlyInAnyOrder(liked, marked, carried);
        assertThat(kept(alice)).isEmpty();
        bob.does("unbookmark", marked);
        assertThat(kept(bob)).containsExactlyInAnyOrder(liked, carried);
        assertThat(bob.readsThroughService("/internal/library").status()).isEqualTo(403);
        assertThat(bob.reads("/internal/library").status()).isEqualTo(401);
    }

    private static List<Long> kept(Person person) {
        return person.readsThrough("search-service", "/internal/library")
                .body()
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"favourite, favourites", "bookmark, bookmarks"})
    void listsGoByWhenItWasDone(String action, String list) {
        long first = alice.posts("One");
        long second = alice.posts("Two");
        long third = alice.posts("Three");
        for (long post : new long[] {second, third, first}) {
            bob.does(action, post);
        }
        String path = "/api/v1/" + list;

        Reply newest = bob.reads(path + "?limit=2");
        assertThat(newest.ids()).containsExactly(first, third);
        String next =
                String.valueOf(newest.link()).replaceFirst("^<http://localhost:8080([^>]*)>; rel=\"next\".*", "$1");
        assertThat(bob.reads(next).ids()).containsExactly(second);
        String previous =
                String.valueOf(newest.link()).replaceFirst(".*<http://localhost:8080([^>]*)>; rel=\"prev\"$", "$1");
        assertThat(bob.reads(previous).ids()).isEmpty();
        assertThat(previous).doesNotContain("min_id=" + first);
        alice.deletes(third);
        assertThat(bob.reads(path).ids()).containsExactly(first, second);
    }

    @Test
    void tellsWhoFavouritedAndWhoBoosted() {
        long post = alice.posts("Hello");
        bob.does("favourite", post);
        carol.does("favourite", post);
        bob.boosts(post);
        carol.sends(HttpMethod.POST, "/api/v1/statuses/" + post + "/reblog", Map.of("visibility", "private"));

        Reply favourited = alice.readsSignedOut("/api/v1/statuses/" + post + "/favourited_by?limit=1");
        assertThat(favourited.ids()).containsExactly(carol.id());
        assertThat(favourited.link()).contains("max_id=", "rel=\"next\"");
        assertThat(favourited.body().path(0).path("username").asString()).isEqualTo(carol.name());
        assertThat(alice.reads("/api/v1/statuses/" + post + "/favourited_by").ids())
                .containsExactly(carol.id(), bob.id());
        assertThat(alice.reads("/api/v1/statuses/" + post + "/reblogged_by").ids())
                .containsExactly(bob.id());
    }

    @Test
    void tellsNobodyOfThoseWhomTheyDoNotComeAcross() {
        long post = alice.posts("Hello");
        Person dave = town.newcomer("dave");
        Person erin = town.newcomer("erin");
        for (Person person : List.of(bob, carol, dave, erin)) {
            person.does("favourite", post);
            person.boosts(post);
        }
        town.blocks(bob, carol);
        town.mutes(bob, dave, false);

        for (String list : List.of("favourited_by", "reblogged_by")) {
            String path = "/api/v1/statuses/" + post + "/" + list;
            assertThat(bob.reads(path).ids()).containsExactly(erin.id(), bob.id());
            assertThat(carol.reads(path).ids()).containsExactly(erin.id(), dave.id(), carol.id());
            assertThat(dave.reads(path).ids()).hasSize(4);
            assertThat(alice.readsSignedOut(path).ids()).hasSize(4);
            assertThat(bob.reads(path + "?limit=1").ids()).containsExactly(erin.id());
            String next = bob.reads(path + "?limit=1").next();
            assertThat(bob.reads(next).ids()).containsExactly(bob.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"favourite, favourites_count", "reblog, reblogs_count", "bookmark, ", "mute, "})
    void whatOneDidCanBeTakenBackWhereverThePostHasGone(String action, String counted) {
        Person dave = town.newcomer("dave").follows(alice);
        long blocked = alice.posts("Hello");
        long unfollowed = alice.posts("For friends", action.equals("reblog") ? "public" : "private");
        bob.does(action, blocked);
        dave.does(action, unfollowed);
        town.blocks(alice, bob);
        dave.unfollows(alice);

        Reply taken = bob.does("un" + action, blocked);
        Reply again = bob.tries("un" + action, blocked);
        dave.does("un" + action, unfollowed);

        assertThat(taken.id()).isEqualTo(blocked);
        assertThat(taken.text("content")).isEmpty();
        for (String mark : List.of("favourited", "reblogged", "bookmarked", "muted")) {
            assertThat(taken.body().path(mark).asBoolean(true)).as(mark).isFalse();
        }
        assertThat(again.status()).isEqualTo(404);
        if (counted != null) {
            for (long post : List.of(blocked, unfollowed)) {
                assertThat(alice.reads("/api/v1/statuses/" + post)
                                .body()
                                .path(counted)
                                .asLong())
                        .isZero();
            }
        }
        assertThat(carol.tries("un" + action, alice.posts("For friends", "private"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBoostCanBeDeletedWhereverThePostHasGone(boolean byDelete) {
        long post = alice.posts("Hello");
        long boost = bob.boosts(post);
        town.blocks(alice, bob);

        Reply taken = byDelete ? bob.deletes(boost) : bob.tries("unreblog", boost);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(alice.reads("/api/v1/statuses/" + post)
                        .body()
                        .path("reblogs_count")
                        .asLong())
                .isZero();
        assertThat(bob.deletes(post).status()).isEqualTo(404);
        assertThat(bob.deletes(boost).status()).isEqualTo(404);
    }

    @Test
    void aBoostHasAnIdOfItsOwnAndShowsThePost() {
        long post = alice.posts("**Hello** #world");

        Reply boosted = bob.does("reblog", post);
        long boost = boosted.id();

        assertThat(boost).isNotEqualTo(post);
        assertThat(bob.boosts(post)).isEqualTo(boost);
        assertThat(boosted.text("content")).isEmpty();
        assertThat(boosted.body().path("account").path("id").asLong()).isEqualTo(bob.id());
        assertThat(boosted.body().path("reblog").path("id").asLong()).isEqualTo(post);
        assertThat(boosted.body().path("reblog").path("content").asString()).contains("<strong>Hello</strong>");
        assertThat(boosted.body().path("reblog").path("reblogs_count").asLong()).isOne();
        assertThat(boosted.body().path("reblog").path("reblogged").asBoolean()).isTrue();
        assertThat(boosted.keys())
                .isEqualTo(alice.reads("/api/v1/statuses/" + post).keys().stream()
                        .filter(key -> !key.equals("pinned"))
                        .toList());
        assertThat(carol.reads("/api/v1/statuses?id[]=" + boost + "&id[]=" + post)
                        .ids())
                .containsExactly(boost, post);

        alice.edits(post, "Good bye");
        assertThat(carol.reads("/api/v1/statuses/" + boost)
                        .body()
                        .path("reblog")
                        .path("content")
                        .asString())
                .contains("Good bye");

        Reply taken = bob.does("unreblog", post);
        assertThat(taken.id()).isEqualTo(post);
        assertThat(taken.body().path("reblogged").asBoolean()).isFalse();
        assertThat(taken.body().path("reblogs_count").asLong()).isZero();
        assertThat(carol.reads("/api/v1/statuses/" + boost).status()).isEqualTo(404);
    }

    @Test
    void aBoostStandsForWhatItBoosts() {
        long post = alice.posts("Hello");
        long boost = bob.boosts(post);

        assertThat(carol.does("favourite", boost).id()).isEqualTo(post);
        assertThat(carol.boosts(boost)).isNotEqualTo(boost);
        assertThat(carol.answers(boost, "Hello yourself")).isPositive();
        assertThat(carol.reads("/api/v1/statuses/" + boost + "/context").ids("descendants"))
                .hasSize(1);
        assertThat(carol.reads("/api/v1/statuses/" + boost + "/history").body().size())
                .isOne();
        assertThat(carol.reads("/api/v1/statuses/" + boost + "/source").text("text"))
                .isEqualTo("Hello");
        assertThat(carol.deletes(boost).status()).isEqualTo(404);
        assertThat(bob.edits(boost, "Mine").status()).isEqualTo(404);
        assertThat(bob.deletes(boost).id()).isEqualTo(boost);
        assertThat(alice.reads("/api/v1/statuses/" + post)
                        .body()
                        .path("reblogs_count")
                        .asLong())
                .isOne();
    }

    @Test
    void onlyItsAuthorBoostsAPrivatePostAndNobodyADirectOne() {
        bob.follows(alice);
        long restricted = alice.posts("Among us", "private");
        long direct = alice.posts("Psst, @" + bob.name(), "direct");

        assertThat(bob.tries("reblog", restricted).status()).isEqualTo(403);
        assertThat(carol.tries("reblog", restricted).status()).isEqualTo(404);
        assertThat(bob.tries("reblog", direct).status()).isEqualTo(403);
        assertThat(alice.tries("reblog", direct).status()).isEqualTo(403);
        Reply own = alice.sends(
                HttpMethod.POST, "/api/v1/statuses/" + restricted + "/reblog", Map.of("visibility", "public"));
        assertThat(own.text("visibility")).isEqualTo("private");
        assertThat(bob.reads("/api/v1/statuses/" + own.id()).status()).isEqualTo(200);
        assertThat(carol.reads("/api/v1/statuses/" + own.id()).status()).isEqualTo(404);
    }

    @Test
    void refusesABoostThatIsDirect() {
        long post = alice.posts("Hello");

        Reply direct =
                bob.sends(HttpMethod.POST, "/api/v1/statuses/" + post + "/reblog", Map.of("visibility", "direct"));
        assertThat(direct.status()).isEqualTo(422);
        assertThat(direct.body().path("details").has("visibility")).isTrue();
        assertThat(bob.sendsForm("/api/v1/statuses/" + post + "/reblog", Map.of("visibility", "nonsense"))
                        .status())
                .isEqualTo(422);
        assertThat(alice.reads("/api/v1/statuses/" + post + "/reblogged_by").ids())
                .isEmpty();
        assertThat(bob.sendsForm("/api/v1/statuses/" + post + "/reblog", Map.of("visibility", "unlisted"))
                        .text("visibility"))
                .isEqualTo("unlisted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"favourite", "unfavourite", "reblog", "unreblog", "bookmark", "unbookmark"})
    void whatOneMayNotSeeIsNotThere(String action) {
        long post = alice.posts("Among us", "private");

        assertThat(bob.tries(action, post).status()).isEqualTo(404);
        assertThat(bob.tries(action, 42).status()).isEqualTo(404);
        assertThat(bob.readsSignedOut("/api/v1/statuses/" + post + "/favourited_by")
                        .status())
                .isEqualTo(404);
        assertThat(bob.reads("/api/v1/statuses/" + post + "/reblogged_by").status())
                .isEqualTo(404);
        assertThat(town.count("SELECT count(*) FROM favourite WHERE post_id = " + post))
                .isZero();
    }

    @Test
    void needsTheRightScope() {
        String token = TestTokens.forAccount(bob.id(), "read:statuses");

        assertThat(bob.readsWith(token, "/api/v1/favourites").status()).isEqualTo(403);
        assertThat(bob.readsWith(token, "/api/v1/bookmarks").status()).isEqualTo(403);
        assertThat(bob.readsSignedOut("/api/v1/favourites").status()).isEqualTo(401);
    }

    @Test
    void whoMaySeePostsOrAccountsMaySeeWhoReacted() {
        long post = alice.posts("Hello");

        for (String list : List.of("favourited_by", "reblogged_by")) {
            String path = "/api/v1/statuses/" + post + "/" + list;
            for (String scope : List.of("read", "read:statuses", "read:accounts")) {
                assertThat(bob.readsWith(TestTokens.forAccount(bob.id(), scope), path)
                                .status())
                        .as(scope)
                        .isEqualTo(200);
            }
            assertThat(bob.readsWith(TestTokens.forAccount(bob.id(), "write"), path)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aDeletedPostTakesEverythingWithIt() {
        long post = alice.posts("Hello");
        bob.does("favourite", post);
        bob.does("bookmark", post);
        long boost = bob.boosts(post);

        alice.deletes(post);

        for (Reaction reaction : Reaction.values()) {
            assertThat(town.count("SELECT count(*) FROM %s WHERE post_id = %d".formatted(reaction.table(), post)))
                    .isZero();
        }
        assertThat(bob.reads("/api/v1/statuses/" + boost).status()).isEqualTo(404);
        assertThat(bob.reads("/api/v1/accounts/" + bob.id() + "/statuses").ids())
                .isEmpty();
        assertThat(bob.tries("favourite", post).status()).isEqualTo(404);
    }

    @Test
    void aPersonsBoostsStandAmongTheirPosts() {
        long post = alice.posts("Hello");
        long before = bob.posts("Before");
        long boost = bob.boosts(post);
        long after = bob.posts("After");
        String path = "/api/v1/accounts/" + bob.id() + "/statuses";

        assertThat(carol.reads(path).ids()).containsExactly(after, boost, before);
        assertThat(carol.reads(path + "?limit=2").ids()).containsExactly(after, boost);
        assertThat(carol.reads(path + "?limit=1&min_id=" + before).ids()).containsExactly(boost);
        assertThat(carol.reads(path + "?exclude_reblogs=true").ids()).containsExactly(after, before);
        assertThat(carol.reads(path + "?exclude_replies=true").ids()).containsExactly(after, boost, before);
        alice.isSuspended();
        assertThat(carol.reads(path).ids()).containsExactly(after, before);
    }
}
