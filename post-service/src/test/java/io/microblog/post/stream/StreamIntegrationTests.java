package io.microblog.post.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.event.Visibility;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.post.WebStub;
import io.microblog.testing.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

import static io.microblog.post.stream.Listening.hearers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostServiceTest
class StreamIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private MockMvc http;

    private Person alice;
    private Person follower;
    private Person named;
    private Person stranger;
    private Person blocked;
    private Person blocking;
    private Person muting;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        follower = town.newcomer("follower").follows(alice);
        named = town.newcomer("named");
        stranger = town.newcomer("stranger");
        blocked = town.newcomer("blocked");
        town.blocks(alice, blocked);
        blocking = town.newcomer("blocking");
        town.blocks(blocking, alice);
        muting = town.newcomer("muting");
        town.mutes(muting, alice, true);
    }

    private Listening all() {
        return new Listening(http)
                .home(alice, follower, named, stranger, blocked, blocking, muting)
                .everybody(alice, follower, named, stranger, blocked, blocking, muting)
                .hashtag("bicycles", alice, follower, named, stranger, blocked, blocking, muting)
                .direct(alice, follower, named, stranger, blocked, blocking, muting);
    }

    private long posts(Visibility visibility) {
        return alice.posts("About #bicycles for @" + named.name() + " @" + muting.name(), visibility.wireName());
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void sendsHomeWhatIsFoundAtHome(Visibility visibility) {
        long post = posts(visibility);
        Person follows = town.newcomer("both").follows(alice);

        List<JsonNode> found = all().home(follows).to(alice, post);

        assertThat(hearers(found, "home"))
                .containsExactlyInAnyOrderElementsOf(
                        visibility == Visibility.DIRECT ? List.of() : List.of(alice.id(), follower.id(), follows.id()));
        town.settle();
        for (Person person : List.of(alice, follower, named, stranger, blocked, blocking, muting)) {
            assertThat(hearers(found, "home").contains(person.id()))
                    .as(person.name())
                    .isEqualTo(person.home().contains(post));
        }
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void sendsEverybodyPublicPostsOfThoseWhomTheyWantToMeet(Visibility visibility) {
        List<JsonNode> found = all().to(alice, posts(visibility));

        List<Long> expected = visibility == Visibility.PUBLIC
                ? List.of(alice.id(), follower.id(), named.id(), stranger.id())
                : List.of();
        assertThat(hearers(found, "everybody")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.stream()
                        .flatMap(one -> one.path("listeners")
                                .path("hashtags")
                                .path("bicycles")
                                .valueStream())
                        .map(JsonNode::asLong))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void sendsConversationsToThoseWhoHaveThem(Visibility visibility) {
        long post = posts(visibility);

        List<JsonNode> found = all().to(alice, post).stream()
                .filter(one -> one.path("conversation").isObject())
                .toList();

        assertThat(hearers(found, "direct"))
                .containsExactlyInAnyOrderElementsOf(
                        visibility == Visibility.DIRECT ? List.of(alice.id(), named.id()) : List.of());
        assertThat(found).allSatisfy(one -> {
            assertThat(one.path("id").asLong()).isEqualTo(post);
            assertThat(one.path("status").isNull()).isTrue();
            Person owner = hearers(List.of(one), "direct").contains(alice.id()) ? alice : named;
            assertThat(one.path("conversation"))
                    .isEqualTo(owner.reads("/api/v1/conversations").body().path(0));
        });
    }

    @Test
    void sendsNoConversationOfThoseWhomOneDoesNotWantAnyMore() {
        long post = posts(Visibility.DIRECT);
        town.mutes(named, alice, true);

        assertThat(hearers(all().to(alice, post), "direct")).containsExactly(alice.id());
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void tellsWhatIsGoneToThoseWhoCouldSeeIt(Visibility visibility) {
        long post = posts(visibility);
        alice.deletes(post);

        List<JsonNode> found =
                all().toGone(alice, post, visibility, List.of(named, muting, blocking, blocked), List.of("bicycles"));

        assertThat(hearers(found, "home"))
                .containsExactlyInAnyOrderElementsOf(
                        visibility == Visibility.DIRECT
                                ? List.of(alice.id(), named.id())
                                : List.of(alice.id(), follower.id(), named.id()));
        assertThat(hearers(found, "everybody"))
                .containsExactlyInAnyOrderElementsOf(
                        visibility == Visibility.PUBLIC
                                ? List.of(alice.id(), follower.id(), named.id(), stranger.id())
                                : List.of());
        assertThat(found).allMatch(one -> one.path("status").isNull());
    }

    @Test
    void saysInItsEventWhoIsToldThatAPostIsGone() {
        long post = posts(Visibility.PRIVATE);
        alice.deletes(post);
        town.settle();

        JsonNode event = town.deletionOf(post);

        assertThat(event.path("visibility").asString()).isEqualTo("private");
        assertThat(event.path("mentions")
                        .valueStream()
                        .map(one -> one.path("accountId").asLong()))
                .containsExactlyInAnyOrder(named.id(), muting.id());
        assertThat(event.path("hashtags").path(0).asString()).isEqualTo("bicycles");
    }

    @Test
    void sendsFollowedHashtagsHome() {
        stranger.follows("trams");
        long post = alice.posts("On #trams");

        assertThat(hearers(new Listening(http).home(stranger, named).to(alice, post), "home"))
                .containsExactly(stranger.id());
        assertThat(hearers(
                        new Listening(http)
                                .home(stranger, named)
                                .toGone(alice, post, Visibility.PUBLIC, List.of(), List.of("trams")),
                        "home"))
                .containsExactly(stranger.id());
    }

    @Test
    void leavesOutAnswersToThoseWhomOneDoesNotFollow() {
        long question = stranger.posts("A question");
        long answer = alice.answers(question, "An answer");
        Person both = town.newcomer("both").follows(alice, stranger);

        List<JsonNode> found =
                new Listening(http).home(follower, both).everybody(named).to(alice, answer);

        assertThat(hearers(found, "home")).containsExactly(both.id());
        assertThat(hearers(found, "everybody")).isEmpty();
    }

    @Test
    void leavesOutLanguagesThatOneDoesNotWant() {
        Person reader = town.newcomer("reader");
        town.happens(town.follow(reader, alice, "de"));
        town.settle();
        long english =
                alice.tries(Map.of("status", "In English", "language", "en")).id();
        long german =
                alice.tries(Map.of("status", "Auf Deutsch", "language", "de")).id();

        List<JsonNode> found = new Listening(http).home(reader).to(alice, english, german);

        assertThat(found).extracting(one -> one.path("id").asLong()).containsExactly(german);
    }

    @Test
    void sendsMediaToThoseWhoWantThem() {
        long text = alice.posts("Words");
        long picture = alice.posts("A picture", alice.uploads(Pictures.jpeg(40, 30)));

        List<JsonNode> found = new Listening(http).media(stranger, blocked).to(alice, text, picture);

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.path("id").asLong()).isEqualTo(picture);
            assertThat(one.path("status").path("media_attachments").size()).isEqualTo(1);
        });
        assertThat(hearers(found, "media")).containsExactly(stranger.id());
    }

    @Test
    void sendsBoostsOnce() {
        Person carol = town.newcomer("carol");
        Person dave = town.newcomer("dave");
        Person reader = town.newcomer("reader").follows(carol, dave);
        Person unwilling = town.newcomer("unwilling");
        town.happens(town.followWithoutBoosts(unwilling, carol));
        town.settle();
        long post = stranger.posts("Worth reading");
        long first = carol.boosts(post);
        town.settle();
        long second = dave.boosts(post);

        Listening listening = new Listening(http).home(reader, unwilling, blocked);

        assertThat(listening.to(carol, first)).singleElement().satisfies(one -> {
            assertThat(one.path("id").asLong()).isEqualTo(first);
            assertThat(one.path("status").path("id").asLong()).isEqualTo(first);
            assertThat(one.path("status").path("reblog").path("id").asLong()).isEqualTo(post);
            assertThat(hearers(List.of(one), "home")).containsExactly(reader.id());
        });
        assertThat(listening.to(dave, second)).isEmpty();
    }

    @Test
    void sendsNoBoostOfThoseWhomOneDoesNotWant() {
        Person carol = town.newcomer("carol");
        for (Person person : List.of(blocked, blocking, muting, follower, stranger)) {
            person.follows(carol);
        }
        long boost = carol.boosts(alice.posts("Worth reading"));

        assertThat(hearers(
                        new Listening(http)
                                .home(blocked, blocking, muting, stranger, carol)
                                .to(carol, boost),
                        "home"))
                .containsExactly(stranger.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "list", "followed"})
    void sendsToListsWhatTheyShow(String policy) {
        Person reader = town.newcomer("reader").follows(alice, stranger);
        long list = list(reader, policy, false, alice);
        long others = list(follower, policy, false, named);
        long post = alice.posts("For followers", "private");
        long answer = alice.answers(stranger.posts("A question"), "An answer");
        long boost = alice.boosts(named.posts("Worth reading"));

        List<JsonNode> found = new Listening(http).lists(list, others).to(alice, post, answer, boost);

        List<Long> shown = new ArrayList<>(List.of(boost, post));
        if (policy.equals("followed")) {
            shown.add(answer);
        }
        assertThat(found).extracting(one -> one.path("id").asLong()).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(hearers(found, "lists")).containsOnly(list);
        assertThat(reader.reads("/api/v1/timelines/list/" + list).ids()).containsExactlyInAnyOrderElementsOf(shown);
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void keepsFromListsWhatTheirOwnersMayNotSeeOrDoNotWant(Visibility visibility) {
        Person mutes = town.newcomer("mutes");
        Person blocks = town.newcomer("blocks");
        Person shunned = town.newcomer("shunned");
        long wanted = list(follower, "list", false, alice);
        long[] others = {
            list(mutes, "list", false, alice), list(blocks, "list", false, alice), list(shunned, "list", false, alice)
        };
        town.mutes(mutes, alice, true);
        town.blocks(blocks, alice);
        town.blocks(alice, shunned);

        List<JsonNode> found = new Listening(http).lists(wanted).lists(others).to(alice, posts(visibility));

        assertThat(hearers(found, "lists"))
                .containsExactlyElementsOf(visibility == Visibility.DIRECT ? List.of() : List.of(wanted));
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void keepsMediaFromThoseWhoMayNotSeeOrDoNotWantThem(Visibility visibility) {
        long picture = alice.tries(Map.of(
                        "status", "A picture for @" + named.name(),
                        "visibility", visibility.wireName(),
                        "media_ids", List.of(Long.toString(alice.uploads(Pictures.jpeg(40, 30))))))
                .id();

        List<JsonNode> found = new Listening(http)
                .media(follower, named, stranger, blocked, blocking, muting)
                .to(alice, picture);

        assertThat(hearers(found, "media"))
                .containsExactlyInAnyOrderElementsOf(
                        visibility == Visibility.PUBLIC
                                ? List.of(follower.id(), named.id(), stranger.id())
                                : List.of());
    }

    @Test
    void tellsListsWhatIsGone() {
        Person reader = town.newcomer("reader").follows(alice);
        long list = list(reader, "list", false, alice);
        Listening listening = new Listening(http).lists(list);

        assertThat(hearers(listening.toGone(alice, 1, Visibility.PRIVATE, List.of(), List.of()), "lists"))
                .containsExactly(list);
        assertThat(listening.toGone(alice, 1, Visibility.DIRECT, List.of(), List.of()))
                .isEmpty();
        town.mutes(reader, alice, true);
        assertThat(listening.toGone(alice, 1, Visibility.PRIVATE, List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void keepsMembersOfExclusiveListsFromHome() {
        Person reader = town.newcomer("reader").follows(alice);
        long list = list(reader, "list", true, alice);

        List<JsonNode> found = new Listening(http).home(reader).lists(list).to(alice, alice.posts("Hello"));

        assertThat(hearers(found, "home")).isEmpty();
        assertThat(hearers(found, "lists")).containsExactly(list);
    }

    @Test
    void looksAlikeToAllButThoseToWhomItDoesNot() throws Exception {
        long post = alice.posts("Of bicycles and trams");
        Person filters = town.newcomer("filters").follows(alice);
        filters.sends(
                HttpMethod.POST,
                "/api/v2/filters",
                Map.of(
                        "title", "Wheels",
                        "context", List.of("home"),
                        "keywords_attributes", List.of(Map.of("keyword", "bicycles"))));
        Person elsewhere = town.newcomer("elsewhere").follows(alice);
        elsewhere.sends(
                HttpMethod.POST,
                "/api/v2/filters",
                Map.of(
                        "title", "Boats",
                        "context", List.of("home"),
                        "keywords_attributes", List.of(Map.of("keyword", "boats"))));
        Person likes = town.newcomer("likes").follows(alice);
        likes.does("favourite", post);
        Person another = town.newcomer("another").follows(alice);

        List<JsonNode> found = new Listening(http)
                .home(alice, follower, another, filters, elsewhere, likes)
                .to(alice, post);

        assertThat(found).hasSize(4);
        assertThat(look(found, follower)).isEqualTo(look(found, another)).isEqualTo(look(found, elsewhere));
        for (Person person : List.of(alice, follower, another, filters, elsewhere, likes)) {
            assertThat(look(found, person))
                    .as(person.name())
                    .isEqualTo(person.reads("/api/v1/statuses/" + post).body());
        }
        assertThat(look(found, filters).path("filtered").size()).isEqualTo(1);
    }

    @Test
    void tellsThePersonWhomALinkedPageClaimsApart() throws Exception {
        String page = WebStub.has(
                "claims.example",
                "/",
                "<title>Mine</title><meta name='fediverse:creator' content='@%s@localhost:8080'>"
                        .formatted(follower.name()));
        Person another = town.newcomer("another").follows(alice);
        long post = alice.posts("Read " + page);
        await().until(() ->
                !alice.reads("/api/v1/statuses/" + post).body().path("card").isNull());

        List<JsonNode> found = new Listening(http).home(follower, another).to(alice, post);

        for (Person person : List.of(follower, another)) {
            assertThat(look(found, person))
                    .isEqualTo(person.reads("/api/v1/statuses/" + post).body());
        }
        assertThat(look(found, follower).at("/card/missing_attribution").asBoolean())
                .isTrue();
    }

    @Test
    void takesAsManyStatementsForManyAsForOne() throws Exception {
        List<Person> many = IntStream.range(0, 12)
                .mapToObj(number -> town.newcomer("many").follows(alice))
                .toList();
        long first = alice.posts("One #trams");
        long second = alice.posts("Two #trams");
        Person[] all = many.toArray(Person[]::new);
        Listening one = new Listening(http)
                .home(all[0])
                .everybody(all[0])
                .hashtag("trams", all[0])
                .direct(alice);
        Listening more = new Listening(http)
                .home(all)
                .everybody(all)
                .hashtag("trams", all)
                .direct(alice);
        one.to(alice, first);

        int forOne = StatementCounter.during(() -> one.to(alice, first));

        assertThat(StatementCounter.during(() -> more.to(alice, first, second))).isEqualTo(forOne);
    }

    @Test
    void takesAsManyStatementsForManyConversationsAsForOne() throws Exception {
        Person bob = town.newcomer("bob");
        long first = alice.posts("For @" + named.name(), "direct");
        long second = alice.posts("For @" + named.name() + " @" + bob.name(), "direct");
        Listening one = new Listening(http).direct(named);
        Listening more = new Listening(http).direct(named, bob, alice);
        one.to(alice, first);

        int forOne = StatementCounter.during(() -> one.to(alice, first));

        assertThat(StatementCounter.during(() -> more.to(alice, first, second))).isEqualTo(forOne);
    }

    @Test
    void isForNotificationServiceAlone() {
        assertThat(new Listening(http)
                        .asks("search-service", List.of(), List.of())
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void refusesQuestionsWithoutEnd() {
        List<Map<String, Long>> news = IntStream.range(0, 101)
                .mapToObj(number -> Map.of("id", (long) number, "actor_id", 1L))
                .toList();

        assertThat(new Listening(http)
                        .asks("notification-service", news, List.of())
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void knowsWhoseAListIs() {
        long list = list(follower, "list", false, alice);

        assertThat(follower.readsThroughService("/internal/streams/lists/" + list)
                        .status())
                .isEqualTo(204);
        assertThat(stranger.readsThroughService("/internal/streams/lists/" + list)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tellsThatFiltersChanged() {
        long before = town.subjects("post.filter.v1", "FilterChanged").stream()
                .filter(account -> account == named.id())
                .count();
        long filter = named.sends(
                        HttpMethod.POST, "/api/v2/filters", Map.of("title", "Wheels", "context", List.of("home")))
                .id();
        named.sends(HttpMethod.PUT, "/api/v2/filters/" + filter, Map.of("title", "Boats"));
        named.sends(HttpMethod.POST, "/api/v2/filters/" + filter + "/keywords", Map.of("keyword", "boat"));
        named.deletes("/api/v2/filters/" + filter);
        town.settle();

        assertThat(before).isZero();
        assertThat(town.subjects("post.filter.v1", "FilterChanged"))
                .filteredOn(id -> id == named.id())
                .hasSize(4);
    }

    private static JsonNode look(List<JsonNode> deliveries, Person person) {
        return deliveries.stream()
                .filter(one -> hearers(List.of(one), "home").contains(person.id()))
                .findFirst()
                .orElseThrow()
                .path("status");
    }

    private static long list(Person owner, String policy, boolean exclusive, Person member) {
        if (!owner.equals(member)) {
            owner.follows(member);
        }
        long list = owner.sends(
                        HttpMethod.POST,
                        "/api/v1/lists",
                        Map.of("title", "Friends", "replies_policy", policy, "exclusive", exclusive))
                .id();
        owner.sends(
                HttpMethod.POST,
                "/api/v1/lists/" + list + "/accounts",
                Map.of("account_ids", List.of(Long.toString(member.id()))));
        return list;
    }

    @Test
    void showsEachWhatTheyMaySeeOfAQuotedPost() {
        Person quoter = town.newcomer("quoter");
        long quoted = alice.posts("Hello");
        long quoting = quoter.tries(Map.of("status", "Look", "quoted_status_id", Long.toString(quoted)))
                .id();
        quoter.tries(Map.of("status", "Look again", "quoted_status_id", Long.toString(quoting)));

        List<JsonNode> found = all().to(quoter, quoting);

        Map<Long, String> states = new HashMap<>();
        found.forEach(one -> one.path("listeners")
                .path("everybody")
                .valueStream()
                .forEach(reader -> states.put(
                        reader.asLong(),
                        one.path("status").path("quote").path("state").asString())));
        assertThat(states)
                .containsEntry(stranger.id(), "accepted")
                .containsEntry(follower.id(), "accepted")
                .containsEntry(muting.id(), "muted_account")
                .containsEntry(blocking.id(), "blocked_account")
                .containsEntry(blocked.id(), "unauthorized");
    }

    @Test
    void tellsEachWhetherTheyMayQuote() {
        long post = alice.tries(Map.of("status", "Hello", "quote_approval_policy", "followers"))
                .id();

        List<JsonNode> found = all().to(alice, post);

        Map<Long, String> allowed = new HashMap<>();
        found.forEach(one -> one.path("listeners")
                .path("everybody")
                .valueStream()
                .forEach(reader -> allowed.put(
                        reader.asLong(),
                        one.path("status")
                                .path("quote_approval")
                                .path("current_user")
                                .asString())));
        assertThat(allowed)
                .containsEntry(alice.id(), "automatic")
                .containsEntry(follower.id(), "automatic")
                .containsEntry(stranger.id(), "denied");
    }
}
