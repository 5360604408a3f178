package io.microblog.post.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Posts that quote others: who may, who sees what, and taking it back. */
@PostServiceTest
class QuoteIntegrationTests {

    private static final String STATUSES = "/api/v1/statuses/";

    @Autowired
    private Town town;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        carol = town.newcomer("carol");
    }

    private static Reply quotes(Person person, long post, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("status", "Look", "quoted_status_id", Long.toString(post)));
        request.putAll(more);
        return person.tries(request);
    }

    private static long quotes(Person person, long post) {
        Reply reply = quotes(person, post, Map.of());
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.id();
    }

    private static JsonNode quote(Person reader, long post) {
        return reader.reads(STATUSES + post).body().path("quote");
    }

    private static long count(Person reader, long post) {
        return reader.reads(STATUSES + post).body().path("quotes_count").asLong();
    }

    private static long posts(Person person, String policy) {
        return person.tries(Map.of("status", "Hello", "quote_approval_policy", policy))
                .id();
    }

    private static Reply decides(Person person, long post, Map<String, ?> policy) {
        return person.sends(HttpMethod.PUT, STATUSES + post + "/interaction_policy", policy);
    }

    private static Reply revokes(Person person, long post, long quoting) {
        return person.sends(HttpMethod.POST, STATUSES + post + "/quotes/" + quoting + "/revoke", Map.of());
    }

    private static void isNotShown(JsonNode quote, String state) {
        assertThat(quote.path("state").asString()).isEqualTo(state);
        assertThat(quote.path("quoted_status").isNull()).isTrue();
        assertThat(quote.path("quoted_status_id").isNull()).isTrue();
    }

    @Test
    void aPostIsShownInTheOneThatQuotesIt() {
        long quoted = alice.posts("Hello");

        Reply reply = quotes(bob, quoted, Map.of());

        assertThat(reply.status()).isEqualTo(200);
        for (JsonNode quote : List.of(
                reply.body().path("quote"),
                quote(carol, reply.id()),
                carol.readsSignedOut(STATUSES + reply.id()).body().path("quote"))) {
            assertThat(quote.path("state").asString()).isEqualTo("accepted");
            assertThat(quote.path("quoted_status").path("id").asLong()).isEqualTo(quoted);
            assertThat(quote.path("quoted_status").path("content").asString()).isEqualTo("<p>Hello</p>");
            assertThat(quote.path("quoted_status").path("quote").isNull()).isTrue();
        }
        assertThat(reply.text("content"))
                .matches("<p class=\"quote-inline\">RE: <a href=\"(.*/@%s/%d)\">\\1</a></p><p>Look</p>"
                        .formatted(alice.name(), quoted));
        assertThat(count(carol, quoted)).isOne();
        assertThat(count(carol, reply.id())).isZero();
        assertThat(alice.reads(STATUSES + quoted).body().path("quote").isNull()).isTrue();
    }

    @Test
    void whatLinksToThePostGetsNoOtherLink() {
        long quoted = alice.posts("Hello");
        String address = alice.reads(STATUSES + quoted).text("url");

        Reply reply = quotes(bob, quoted, Map.of("status", "See " + address));

        assertThat(reply.text("content")).doesNotContain("quote-inline").contains(address);
    }

    @Test
    void aQuoteNeedsNoWords() {
        long quoted = alice.posts("Hello");

        assertThat(quotes(bob, quoted, Map.of("status", "")).status()).isEqualTo(200);
        assertThat(bob.tries(Map.of("status", "")).status()).isEqualTo(422);
    }

    @Test
    void aQuoteComesInEveryEncodingAndMayNameABoost() {
        long quoted = alice.posts("Hello");
        long boost = carol.boosts(quoted);
        Map<String, String> form = Map.of("status", "Look", "quoted_status_id", Long.toString(boost));

        for (Reply reply :
                List.of(bob.sendsForm("/api/v1/statuses", form), bob.sendsMultipart("/api/v1/statuses", form))) {
            assertThat(reply.body()
                            .path("quote")
                            .path("quoted_status")
                            .path("id")
                            .asLong())
                    .isEqualTo(quoted);
        }
    }

    @Test
    void aQuoteInAQuoteIsShallow() {
        long first = alice.posts("One");
        long second = quotes(bob, first);
        long third = quotes(carol, second);

        JsonNode inner = quote(alice, third).path("quoted_status").path("quote");

        assertThat(inner.path("state").asString()).isEqualTo("accepted");
        assertThat(inner.path("quoted_status").isNull()).isTrue();
        assertThat(inner.path("quoted_status_id").asLong()).isEqualTo(first);
        alice.deletes(first);
        isNotShown(quote(bob, third).path("quoted_status").path("quote"), "deleted");
    }

    @ParameterizedTest
    @CsvSource({"public,    true,  true,  true", "followers, true,  true,  false", "nobody,    true,  false, false"})
    void anAuthorSaysWhoMayQuote(String policy, boolean self, boolean follower, boolean stranger) {
        bob.follows(alice);
        long post = posts(alice, policy);

        List<Person> people = List.of(alice, bob, carol);
        List<Boolean> expected = List.of(self, follower, stranger);
        for (int i = 0; i < people.size(); i++) {
            JsonNode approval = people.get(i).reads(STATUSES + post).body().path("quote_approval");
            assertThat(approval.path("automatic").valueStream().map(JsonNode::asString))
                    .isEqualTo(policy.equals("nobody") ? List.of() : List.of(policy));
            assertThat(approval.path("manual").size()).isZero();
            assertThat(approval.path("current_user").asString()).isEqualTo(expected.get(i) ? "automatic" : "denied");
            Reply reply = quotes(people.get(i), post, Map.of());
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(expected.get(i) ? 200 : 403);
        }
        assertThat(carol.readsSignedOut(STATUSES + post)
                        .body()
                        .path("quote_approval")
                        .path("current_user")
                        .asString())
                .isEqualTo("denied");
        assertThat(count(alice, post))
                .isEqualTo(
                        Stream.of(self, follower, stranger).filter(may -> may).count());
    }

    @Test
    void thePolicyIsTheAuthorsUsualOneUnlessThePostSaysAnother() {
        town.isTold(town.changed(
                alice.account(), new PostingDefaults(Visibility.PUBLIC, false, null, QuotePolicy.FOLLOWERS)));

        assertThat(alice.reads(STATUSES + alice.posts("Hello"))
                        .body()
                        .path("quote_approval")
                        .path("automatic")
                        .path(0)
                        .asString())
                .isEqualTo("followers");
        assertThat(alice.reads(STATUSES + posts(alice, "nobody"))
                        .body()
                        .path("quote_approval")
                        .path("automatic")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"PRIVATE", "DIRECT"})
    void whatNotEverybodySeesIsNotForOthersToQuote(Visibility visibility) {
        bob.follows(alice);
        Reply post = alice.tries(Map.of(
                "status",
                "Hello @" + bob.name(),
                "visibility",
                visibility.wireName(),
                "quote_approval_policy",
                "public"));

        JsonNode approval = bob.reads(STATUSES + post.id()).body().path("quote_approval");
        assertThat(approval.path("automatic").size()).isZero();
        assertThat(approval.path("current_user").asString()).isEqualTo("denied");
        assertThat(quotes(bob, post.id(), Map.of()).status()).isEqualTo(403);
        assertThat(quotes(carol, post.id(), Map.of()).status()).isEqualTo(404);
        assertThat(decides(alice, post.id(), Map.of("quote_approval_policy", "public"))
                        .body()
                        .path("quote_approval")
                        .path("automatic")
                        .size())
                .isZero();
        boolean own = visibility == Visibility.PRIVATE;
        assertThat(alice.reads(STATUSES + post.id())
                        .body()
                        .path("quote_approval")
                        .path("current_user")
                        .asString())
                .isEqualTo(own ? "automatic" : "denied");
        assertThat(quotes(alice, post.id(), Map.of()).status()).isEqualTo(own ? 200 : 403);
    }

    @ParameterizedTest
    @CsvSource({"public,private", "unlisted,private", "private,private", "direct,direct"})
    void aPrivatePostIsCarriedToNobodyElse(String wanted, String seen) {
        bob.follows(alice);
        long post = alice.posts("Hello", "private");

        Reply quoting = quotes(alice, post, Map.of("visibility", wanted, "status", "See @" + carol.name()));

        assertThat(quoting.text("visibility")).isEqualTo(seen);
        assertThat(count(alice, post)).isZero();
        isNotShown(quote(carol, quoting.id()), "unauthorized");
        assertThat(carol.reads(STATUSES + quoting.id()).text("content")).doesNotContain("quote-inline");
        if (!seen.equals("direct")) {
            assertThat(quote(bob, quoting.id()).path("state").asString()).isEqualTo("accepted");
        }
    }

    @Test
    void aDirectQuoteNamesWhomItQuotes() {
        long post = alice.posts("Hello");

        Reply refused = quotes(bob, post, Map.of("visibility", "direct", "status", "Look @" + carol.name()));
        Reply taken =
                quotes(bob, post, Map.of("visibility", "direct", "status", "@" + carol.name() + " @" + alice.name()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("details").has("quoted_status_id")).isTrue();
        assertThat(taken.status()).isEqualTo(200);
        assertThat(count(alice, post)).isZero();
    }

    @Test
    void nobodyQuotesWhatIsNotThereOrWhomOneOfTheTwoBlocks() {
        long post = alice.posts("Hello");
        town.blocks(alice, bob);
        town.blocks(carol, alice);

        assertThat(quotes(bob, post, Map.of()).status()).isEqualTo(404);
        assertThat(quotes(carol, post, Map.of()).status()).isEqualTo(403);
        assertThat(carol.reads(STATUSES + post)
                        .body()
                        .path("quote_approval")
                        .path("current_user")
                        .asString())
                .isEqualTo("denied");
        assertThat(quotes(bob, 1, Map.of()).status()).isEqualTo(404);
        assertThat(quotes(bob, 1, Map.of()).text("error")).contains("quote");
        assertThat(town.count("SELECT count(*) FROM post WHERE author_id IN (%d, %d)".formatted(bob.id(), carol.id())))
                .isZero();
    }

    @Test
    void aQuoteStandsAlone() {
        long post = alice.posts("Hello");

        Reply withPoll =
                quotes(bob, post, Map.of("poll", Map.of("options", List.of("Tea", "Coffee"), "expires_in", 600)));
        Reply withMedia = quotes(bob, post, Map.of("media_ids", List.of("1")));

        assertThat(withPoll.status()).isEqualTo(422);
        assertThat(withPoll.body().path("details").has("poll")).isTrue();
        assertThat(withMedia.status()).isEqualTo(422);
        assertThat(withMedia.body().path("details").has("media_ids")).isTrue();
        assertThat(quotes(bob, post, Map.of("quote_approval_policy", "friends"))
                        .body()
                        .path("details")
                        .has("quote_approval_policy"))
                .isTrue();
        assertThat(count(alice, post)).isZero();
    }

    @Test
    void whoBlocksOrMutesTheAuthorIsTold() {
        long quoting = quotes(bob, alice.posts("Hello"));
        Person muting = town.newcomer("muting");
        Person blocking = town.newcomer("blocking");
        Person blocked = town.newcomer("blocked");
        town.mutes(muting, alice, false);
        town.blocks(blocking, alice);
        town.blocks(alice, blocked);

        assertThat(quote(muting, quoting).path("state").asString()).isEqualTo("muted_account");
        assertThat(quote(muting, quoting).path("quoted_status").isNull()).isFalse();
        assertThat(quote(blocking, quoting).path("state").asString()).isEqualTo("blocked_account");
        assertThat(quote(blocking, quoting).path("quoted_status").isNull()).isFalse();
        isNotShown(quote(blocked, quoting), "unauthorized");
        assertThat(quote(carol, quoting).path("state").asString()).isEqualTo("accepted");
    }

    @Test
    void theQuoteOfSomebodySuspendedIsHidden() {
        long quoting = quotes(bob, alice.posts("Hello"));
        alice.isSuspended();

        isNotShown(quote(carol, quoting), "unauthorized");
    }

    @Test
    void theQuoteOfADeletedPostIsEmpty() {
        long post = alice.posts("Hello");
        long quoting = quotes(bob, post);

        alice.deletes(post);

        isNotShown(quote(carol, quoting), "deleted");
        assertThat(carol.reads(STATUSES + quoting).text("content")).isEqualTo("<p>Look</p>");
        assertThat(bob.deletes(quoting).status()).isEqualTo(200);
    }

    @Test
    void aDeletedQuoteCountsNoMoreAndIsToldWithWhatItQuoted() {
        long post = alice.posts("Hello");
        long quoting = quotes(bob, post);

        Reply deleted = bob.deletes(quoting);

        assertThat(deleted.body().path("quote").path("quoted_status").path("id").asLong())
                .isEqualTo(post);
        assertThat(count(alice, post)).isZero();
        assertThat(alice.reads(STATUSES + post + "/quotes").ids()).isEmpty();
    }

    @Test
    void anEditKeepsTheQuote() {
        long post = alice.posts("Hello");
        long other = alice.posts("Good bye");
        long quoting = quotes(bob, post);

        Reply edited = bob.edits(quoting, Map.of("status", "Listen", "quoted_status_id", Long.toString(other)));
        Reply withMedia = bob.edits(quoting, Map.of("status", "Listen", "media_ids", List.of("1")));
        Reply blank = bob.edits(bob.posts("Words"), Map.of("status", "", "quoted_status_id", Long.toString(post)));

        assertThat(edited.body().path("quote").path("quoted_status").path("id").asLong())
                .isEqualTo(post);
        assertThat(withMedia.status()).isEqualTo(422);
        assertThat(blank.status()).isEqualTo(422);
        assertThat(count(alice, post)).isOne();
        Reply history = carol.reads(STATUSES + quoting + "/history");
        assertThat(history.body()
                        .valueStream()
                        .map(version -> version.path("quote")
                                .path("quoted_status")
                                .path("id")
                                .asLong()))
                .containsExactly(post, post);
    }

    @Test
    void anAuthorTakesAPostOutOfWhatQuotesIt() {
        long post = alice.posts("Hello");
        long quoting = quotes(bob, post);
        long other = quotes(carol, post);

        Reply revoked = revokes(alice, post, quoting);

        assertThat(revoked.status()).as(revoked.body().toString()).isEqualTo(200);
        assertThat(revoked.id()).isEqualTo(quoting);
        for (Person reader : List.of(alice, bob, carol)) {
            isNotShown(quote(reader, quoting), "revoked");
        }
        assertThat(revokes(alice, post, quoting).status()).isEqualTo(200);
        assertThat(count(alice, post)).isOne();
        assertThat(alice.reads(STATUSES + post + "/quotes").ids()).containsExactly(other);
        town.settle();
        JsonNode told = town.statesOf(quoting).getLast();
        assertThat(told.path("version").asLong()).isEqualTo(2);
        assertThat(told.path("editedAt").isNull()).isTrue();
        assertThat(told.path("quote").path("revoked").asBoolean()).isTrue();
        bob.edits(quoting, "Listen");
        isNotShown(quote(bob, quoting), "revoked");
        bob.deletes(quoting);
        assertThat(count(alice, post)).isOne();
    }

    @Test
    void nobodyElseTakesAPostOut() {
        long post = alice.posts("Hello");
        long hidden = alice.posts("Hello", "private");
        long quoting = quotes(bob, post);

        assertThat(revokes(bob, post, quoting).status()).isEqualTo(403);
        assertThat(revokes(carol, post, quoting).status()).isEqualTo(403);
        assertThat(revokes(carol, hidden, quoting).status()).isEqualTo(404);
        assertThat(revokes(alice, hidden, quoting).status()).isEqualTo(404);
        assertThat(revokes(alice, post, alice.posts("No quote")).status()).isEqualTo(404);
        assertThat(alice.triesSignedOut(HttpMethod.POST, STATUSES + post + "/quotes/" + quoting + "/revoke")
                        .status())
                .isEqualTo(401);
        assertThat(quote(carol, quoting).path("state").asString()).isEqualTo("accepted");
        assertThat(count(alice, post)).isOne();
    }

    @Test
    void aQuoteThatItsAuthorHidesCanBeRevokedWithoutBeingSeen() {
        long post = alice.posts("Hello");
        Reply quoting = quotes(bob, post, Map.of("visibility", "private"));

        Reply revoked = revokes(alice, post, quoting.id());

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text("content")).isEmpty();
        isNotShown(quote(bob, quoting.id()), "revoked");
    }

    @Test
    void whoQuotesAPostIsListedForThoseWhoMaySeeIt() {
        long post = alice.posts("Hello");
        long first = quotes(bob, post);
        long second = quotes(carol, post);
        long hidden = quotes(carol, post, Map.of("visibility", "private")).id();
        Person dan = town.newcomer("dan");
        town.mutes(dan, bob, false);

        assertThat(alice.reads(STATUSES + post + "/quotes").ids()).containsExactly(second, first);
        assertThat(dan.reads(STATUSES + post + "/quotes").ids()).containsExactly(second);
        assertThat(carol.reads(STATUSES + post + "/quotes").ids()).containsExactly(hidden, second, first);
        Reply page = alice.reads(STATUSES + post + "/quotes?limit=1");
        assertThat(page.ids()).containsExactly(second);
        assertThat(alice.reads(page.next()).ids()).containsExactly(first);
        assertThat(alice.readsSignedOut(STATUSES + post + "/quotes").status()).isEqualTo(401);
        assertThat(bob.reads(STATUSES + alice.posts("Hello", "private") + "/quotes")
                        .status())
                .isEqualTo(404);
        assertThat(count(alice, post)).isEqualTo(2);
    }

    @Test
    void anAuthorChangesWhoMayQuote() {
        long post = alice.posts("Hello");
        long quoting = quotes(bob, post);

        Reply changed = decides(alice, post, Map.of("quote_approval_policy", "nobody"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("quote_approval").path("automatic").size())
                .isZero();
        assertThat(changed.text("edited_at")).isNull();
        assertThat(quotes(carol, post, Map.of()).status()).isEqualTo(403);
        assertThat(quote(carol, quoting).path("state").asString()).isEqualTo("accepted");
        decides(alice, post, Map.of("quote_approval_policy", "nobody"));
        town.settle();
        assertThat(town.statesOf(post)).hasSize(2);
        assertThat(alice.edits(post, Map.of("status", "Hello", "quote_approval_policy", "followers"))
                        .body()
                        .path("quote_approval")
                        .path("automatic")
                        .path(0)
                        .asString())
                .isEqualTo("followers");
        assertThat(alice.edits(post, "Good bye")
                        .body()
                        .path("quote_approval")
                        .path("automatic")
                        .path(0)
                        .asString())
                .isEqualTo("followers");
    }

    @Test
    void nobodyElseChangesWhoMayQuote() {
        long post = alice.posts("Hello");
        long hidden = alice.posts("Hello", "private");

        assertThat(decides(bob, post, Map.of("quote_approval_policy", "nobody")).status())
                .isEqualTo(403);
        assertThat(decides(bob, hidden, Map.of("quote_approval_policy", "nobody"))
                        .status())
                .isEqualTo(404);
        assertThat(alice.triesSignedOut(HttpMethod.PUT, STATUSES + post + "/interaction_policy")
                        .status())
                .isEqualTo(401);
        for (Map<String, String> wrong :
                List.of(Map.<String, String>of(), Map.of("quote_approval_policy", "friends"))) {
            Reply refused = decides(alice, post, wrong);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("details").has("quote_approval_policy"))
                    .isTrue();
        }
        assertThat(quotes(carol, post, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void manyQuotesAtOnceAreAllCountedAndOneKeyQuotesOnce() throws Exception {
        long post = alice.posts("Hello");
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Reply>> attempts = IntStream.range(0, 16)
                    .<Callable<Reply>>mapToObj(i -> () -> quotes(i % 2 == 0 ? bob : carol, post, Map.of()))
                    .toList();
            for (var done : pool.invokeAll(attempts)) {
                assertThat(done.get().status()).isEqualTo(200);
            }
        }
        Map<String, String> request = Map.of("status", "Once", "quoted_status_id", Long.toString(post));
        bob.triesWithKey("once", request);
        bob.triesWithKey("once", request);

        assertThat(count(alice, post)).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "followers"})
    void aScheduledPostKeepsWhatItQuotesAndWhoMayQuoteIt(String policy) {
        long post = alice.posts("Hello");

        Reply scheduled =
                quotes(bob, post, Map.of("scheduled_at", "2030-01-01T00:00:00Z", "quote_approval_policy", policy));

        JsonNode params =
                bob.reads("/api/v1/scheduled_statuses/" + scheduled.id()).body().path("params");
        assertThat(params.path("quoted_status_id").asString()).isEqualTo(Long.toString(post));
        assertThat(params.path("quote_approval_policy").asString()).isEqualTo(policy);
        assertThat(quotes(bob, posts(alice, "nobody"), Map.of("scheduled_at", "2030-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDraftKeepsWhatItQuotesAndWhoMayQuoteIt() {
        Reply draft = bob.sends(
                HttpMethod.POST,
                "/api/v1/drafts",
                Map.of("status", "Look", "quoted_status_id", "5", "quote_approval_policy", "nobody"));

        assertThat(draft.body().path("params").path("quoted_status_id").asString())
                .isEqualTo("5");
        assertThat(draft.body().path("params").path("quote_approval_policy").asString())
                .isEqualTo("nobody");
    }

    @Test
    void aPageOfQuotesCostsAsMuchAsOneQuote() throws Exception {
        Person quoter = town.newcomer("quoter");
        quotes(quoter, alice.posts("Hello"));
        String path = "/api/v1/accounts/" + quoter.id() + "/statuses";
        int one = StatementCounter.during(() -> carol.reads(path));
        for (Person person : List.of(alice, bob, carol)) {
            quotes(quoter, quotes(person, person.posts("Hello")));
        }

        assertThat(StatementCounter.during(() -> carol.reads(path))).isEqualTo(one);
        assertThat(carol.reads(path).ids()).hasSize(4);
    }

    @Test
    void aQuotedPostIsFilteredLikeAnyOther() {
        long quoting = quotes(bob, alice.posts("Bicycles everywhere"));
        carol.sends(
                HttpMethod.POST,
                "/api/v2/filters",
                Map.of(
                        "title",
                        "No wheels",
                        "context",
                        List.of("home"),
                        "keywords_attributes",
                        List.of(Map.of("keyword", "bicycles"))));

        assertThat(matches(carol, quoting)).isOne();
        assertThat(matches(bob, quoting)).isZero();
        assertThat(carol.reads(STATUSES + quoting).body().path("filtered").size())
                .isZero();
    }

    private static int matches(Person reader, long quoting) {
        return quote(reader, quoting).path("quoted_status").path("filtered").size();
    }

    @Test
    void whoHearsOfAQuoteGetsWhatTheyWouldRead() {
        long quoting = quotes(bob, alice.posts("Hello"));
        Person dan = town.newcomer("dan");
        town.blocks(dan, alice);
        town.blocks(alice, carol);

        assertThat(state(bob, quoting)).isEqualTo("accepted");
        assertThat(state(dan, quoting)).isEqualTo("blocked_account");
        assertThat(state(carol, quoting)).isEqualTo("unauthorized");
    }

    private @Nullable String state(Person reader, long quoting) {
        return reader.readsThroughService("/internal/statuses?id=" + quoting)
                .body()
                .path(0)
                .path("quote")
                .path("state")
                .asString();
    }
}
