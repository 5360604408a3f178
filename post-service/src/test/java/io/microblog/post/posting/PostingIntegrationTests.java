package io.microblog.post.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.post.UserServiceStub;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@PostServiceTest
class PostingIntegrationTests {

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdempotencyKeys keys;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void answersWithTheWholeStatus() {
        Reply reply = alice.tries(Map.of(
                "status", "**Hello** @" + bob.name() + " #World",
                "spoiler_text", "Greeting",
                "language", "en-GB",
                "visibility", "unlisted"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.keys())
                .containsExactlyInAnyOrder(
                        "id",
                        "created_at",
                        "in_reply_to_id",
                        "in_reply_to_account_id",
                        "sensitive",
                        "spoiler_text",
                        "visibility",
                        "language",
                        "uri",
                        "url",
                        "replies_count",
                        "reblogs_count",
                        "favourites_count",
                        "quotes_count",
                        "edited_at",
                        "content",
                        "reblog",
                        "quote",
                        "quote_approval",
                        "application",
                        "account",
                        "media_attachments",
                        "mentions",
                        "tags",
                        "emojis",
                        "card",
                        "poll",
                        "favourited",
                        "reblogged",
                        "muted",
                        "bookmarked",
                        "pinned",
                        "filtered");
        assertThat(reply.text("id")).matches("[0-9]+");
        assertThat(reply.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(reply.text("content"))
                .startsWith("<p><strong>Hello</strong> ")
                .contains("/@" + bob.name());
        assertThat(reply.text("spoiler_text")).isEqualTo("Greeting");
        assertThat(reply.body().path("sensitive").asBoolean()).isTrue();
        assertThat(reply.text("language")).isEqualTo("en");
        assertThat(reply.text("visibility")).isEqualTo("unlisted");
        assertThat(reply.text("url")).isEqualTo("http://localhost:8080/@" + alice.name() + "/" + reply.id());
        assertThat(reply.text("uri"))
                .isEqualTo("http://localhost:8080/users/" + alice.name() + "/statuses/" + reply.id());
        assertThat(reply.ids("mentions")).containsExactly(bob.id());
        assertThat(reply.body().path("tags").path(0).path("name").asString()).isEqualTo("World");
        assertThat(reply.body().path("account").path("statuses_count").asLong()).isEqualTo(1);
        assertThat(reply.text("edited_at")).isNull();
    }

    static Stream<Map<String, ?>> posts() {
        return Stream.of(
                Map.of("status", "Good *morning*"),
                Map.of("status", "To #Some #tags", "visibility", "unlisted", "spoiler_text", "Tags"),
                Map.of("status", "Guten Morgen", "visibility", "private", "language", "de", "sensitive", true),
                Map.of("status", "Quote this", "quote_approval_policy", "followers"),
                Map.of("status", "Not this", "quote_approval_policy", "nobody"),
                Map.of("status", "To nobody", "visibility", "direct"),
                Map.of("status", "See https://somewhere.example/page"),
                Map.of("status", "Which?", "poll", Map.of("options", List.of("one", "two"), "expires_in", 3600)));
    }

    /** Where a post shows nothing but itself, the answer is made of what was written. */
    @ParameterizedTest
    @MethodSource("posts")
    void answersAsItIsReadAfterwards(Map<String, ?> status) {
        alice.posts("The first one");
        Reply reply = alice.tries(status);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(alice.reads("/api/v1/statuses/" + reply.id()).body());
    }

    @Test
    void asksWhoWritesAndReadsNothingAgain() throws Exception {
        alice.posts("The first one");
        assertThat(StatementCounter.during(() -> alice.posts("The second one")))
                .as("who, and then the post, its event, the own home, the number of posts")
                .isEqualTo(5);
    }

    @Test
    void signedOutReadersGetNothingPersonal() {
        long post = alice.posts("Hello");

        assertThat(bob.readsSignedOut("/api/v1/statuses/" + post).keys())
                .doesNotContain("favourited", "reblogged", "muted", "bookmarked", "pinned", "filtered", "text");
        assertThat(bob.reads("/api/v1/statuses/" + post).keys())
                .contains("favourited")
                .doesNotContain("pinned");
    }

    @Test
    void takesAllThreeEncodings() {
        var form = Map.of("status", "Hello", "sensitive", "1", "media_ids[]", "", "content_type", "text/plain");

        Reply urlEncoded = alice.sendsForm("/api/v1/statuses", form);
        Reply multipart = alice.sendsMultipart("/api/v1/statuses", form);
        Reply json = alice.tries(Map.of("status", "Hello", "sensitive", "True", "media_ids", List.of()));

        assertThat(Stream.of(urlEncoded, multipart, json)).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
            assertThat(reply.text("content")).isEqualTo("<p>Hello</p>");
            assertThat(reply.body().path("sensitive").asBoolean()).isTrue();
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(Map.of(), "text"),
                arguments(Map.of("status", " \n\u200b"), "text"),
                arguments(Map.of("status", "x".repeat(5001)), "text"),
                arguments(Map.of("status", "x".repeat(2500), "spoiler_text", "y".repeat(2501)), "text"),
                arguments(Map.of("status", "a" + "\u0301".repeat(40_000)), "text"),
                arguments(Map.of("status", "\u3164\u2800\u00A0"), "text"),
                arguments(Map.of("status", "Hello", "quoted_status_id", "that one"), "quoted_status_id"),
                arguments(Map.of("status", "Hello", "quote_id", "1"), "quote_id"),
                arguments(Map.of("status", "Hello", "visibility", "secret"), "visibility"),
                arguments(Map.of("status", "Hello", "language", "klingon"), "language"),
                arguments(Map.of("status", "Hello", "sensitive", "perhaps"), "sensitive"),
                arguments(Map.of("status", "Hello", "in_reply_to_id", "that one"), "in_reply_to_id"),
                arguments(Map.of("status", "Hello", "content_type", "text/html"), "content_type"),
                arguments(Map.of("status", "Hello", "media_ids", List.of("1")), "media_ids"),
                arguments(Map.of("status", "Hello", "poll", Map.of("options", List.of("a", "b"))), "poll.expires_in"),
                arguments(Map.of("status", "Hello", "scheduled_at", "2030-01-01T00:00:00"), "scheduled_at"),
                arguments(Map.of("status", Map.of("a", "b")), "status"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void namesTheFieldThatCannotBeAcceptedAndWritesNothing(Map<String, ?> status, String field) {
        town.settle();

        Reply reply = alice.tries(status);

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
        assertThat(reply.body().path("details").has(field))
                .as(reply.body().toString())
                .isTrue();
        assertNothingWritten();
    }

    @Test
    void saysWhatIsWrongAsTheApiDoes() {
        assertThat(alice.tries(Map.of("status", "")).text("error")).isEqualTo("Validation failed: Text can't be blank");
        assertThat(alice.tries(Map.of("status", "x".repeat(5001))).text("error"))
                .isEqualTo("Validation failed: Text character limit of 5000 exceeded");
    }

    @Test
    void takesAsMuchAsTheLimitAllows() {
        String link = "https://example.org/" + "long".repeat(100);

        Reply reply = alice.tries(Map.of("status", "x".repeat(5000 - 24) + " " + link));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void takesWhatCountsFewCharactersHoweverMuchItHolds() {
        String address = "https://example.org/" + "x".repeat(300) + " ";

        assertThat(alice.tries(Map.of("status", address.repeat(199))).status()).isEqualTo(200);
        assertThat(alice.tries(Map.of("status", "👨‍👩‍👧‍👦".repeat(2_000))).status())
                .isEqualTo(200);
    }

    @Test
    void saysOfWhatIsTooLargeThatItIsNotTooLong() {
        Reply reply = alice.tries(Map.of("status", "👨‍👩‍👧‍👦".repeat(5_000)));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("error")).isEqualTo("Validation failed: Text is larger than 64 kB, whatever it counts");
    }

    @Test
    void namesTheAppThatAPostWasWrittenWith() {
        Reply posted = alice.postsThrough("Phone", "https://phone.example", "Hello");
        long post = posted.id();
        assertThat(posted.body())
                .isEqualTo(alice.reads("/api/v1/statuses/" + post).body());

        Reply reply = bob.readsSignedOut("/api/v1/statuses/" + post);
        assertThat(reply.body().path("application").path("name").asString()).isEqualTo("Phone");
        assertThat(reply.body().path("application").path("website").asString()).isEqualTo("https://phone.example");
        assertThat(alice.reads("/api/v1/statuses/" + alice.posts("Hello"))
                        .body()
                        .path("application")
                        .isNull())
                .isTrue();
    }

    @Test
    void aContentWarningAloneIsTheText() {
        Reply reply = alice.tries(Map.of("spoiler_text", "Hello"));

        assertThat(reply.text("content")).isEqualTo("<p>Hello</p>");
        assertThat(reply.text("spoiler_text")).isEmpty();
    }

    @Test
    void refusesAnAnswerToWhatIsNotThere() {
        town.settle();

        Reply reply = alice.tries(Map.of("status", "Hello", "in_reply_to_id", "42"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("error")).isEqualTo("The post you are trying to reply to does not appear to exist.");
        assertNothingWritten();
    }

    @Test
    void anAnswerKnowsItsQuestionAndIsCounted() {
        long question = alice.posts("How are you?");
        long answer = bob.answers(question, "Fine");
        bob.answers(question, "But tell nobody", "private");

        Reply reply = alice.reads("/api/v1/statuses/" + answer);
        assertThat(reply.text("in_reply_to_id")).isEqualTo(Long.toString(question));
        assertThat(reply.text("in_reply_to_account_id")).isEqualTo(Long.toString(alice.id()));
        assertThat(repliesTo(question)).isEqualTo(1);

        bob.deletes(answer);
        assertThat(repliesTo(question)).isZero();
    }

    @Test
    void anAnswerOutlivesItsQuestion() {
        long question = alice.posts("How are you?");
        long answer = bob.answers(question, "Fine");

        alice.deletes(question);

        assertThat(bob.reads("/api/v1/statuses/" + answer).text("in_reply_to_id"))
                .isNull();
        assertThat(bob.reads("/api/v1/statuses/" + answer + "/context").ids("ancestors"))
                .isEmpty();
        assertThat(bob.deletes(answer).status()).isEqualTo(200);
    }

    @Test
    void aThreadIsShownAsItBranches() {
        long root = alice.posts("Root");
        long left = bob.answers(root, "Left");
        long right = bob.answers(root, "Right");
        long leftLeaf = alice.answers(left, "Left leaf");
        long hidden = bob.answers(leftLeaf, "For me only", "direct");
        long belowHidden = bob.answers(hidden, "For all");

        Reply middle = alice.reads("/api/v1/statuses/" + left + "/context");
        assertThat(middle.ids("ancestors")).containsExactly(root);
        assertThat(middle.ids("descendants")).containsExactly(leftLeaf, belowHidden);
        Reply top = alice.reads("/api/v1/statuses/" + root + "/context");
        assertThat(top.ids("descendants")).containsExactly(left, leftLeaf, belowHidden, right);
        assertThat(alice.reads("/api/v1/statuses/" + belowHidden + "/context").ids("ancestors"))
                .containsExactly(root, left, leftLeaf);
    }

    @Test
    void aThreadGoesOnAcrossADeletedPost() {
        long first = alice.posts("First");
        long second = bob.answers(first, "Second");
        long third = alice.answers(second, "Third");
        long fourth = bob.answers(third, "Fourth");
        alice.deletes(third);
        bob.deletes(second);

        Reply last = alice.reads("/api/v1/statuses/" + fourth);
        assertThat(last.text("in_reply_to_id")).isNull();
        assertThat(last.text("in_reply_to_account_id")).isEqualTo(Long.toString(alice.id()));
        assertThat(alice.reads("/api/v1/statuses/" + fourth + "/context").ids("ancestors"))
                .containsExactly(first);
        assertThat(alice.reads("/api/v1/statuses/" + first + "/context").ids("descendants"))
                .containsExactly(fourth);
    }

    @Test
    void aLongThreadIsReadInPartsAndWholeBySomebodySignedIn() {
        long root = alice.posts("Root");
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(bob.answers(root, "Answer " + i));
        }
        answers.add(1, alice.answers(answers.getFirst(), "Below the first"));
        String context = "/api/v1/statuses/" + root + "/context";

        assertThat(alice.reads(context).ids("descendants")).isEqualTo(answers);
        assertThat(alice.reads(context).link()).isNull();
        Reply first = bob.readsSignedOut(context);
        assertThat(first.ids("descendants")).isEqualTo(answers.subList(0, 60));
        assertThat(first.link())
                .isEqualTo("<http://localhost:8080" + context + "?after=" + answers.get(59) + ">; rel=\"next\"");
        Reply second = bob.readsSignedOut(context + "?after=" + answers.get(59));
        assertThat(second.ids("descendants")).isEqualTo(answers.subList(60, 65));
        assertThat(second.link()).isNull();
        assertThat(alice.reads(context + "?limit=1").link()).contains("?limit=1&after=" + answers.getFirst());
        assertThat(alice.reads(context + "?limit=1&after=" + answers.getFirst()).ids("descendants"))
                .containsExactly(answers.get(1));
    }

    @Test
    void aDeepThreadIsReadFromItsRoot() {
        List<Long> chain = new ArrayList<>(List.of(alice.posts("Root")));
        for (int i = 0; i < 104; i++) {
            chain.add(alice.answers(chain.getLast(), "Answer " + i));
        }
        String context = "/api/v1/statuses/%d/context";

        assertThat(bob.reads(context.formatted(chain.getLast())).ids("ancestors"))
                .isEqualTo(chain.subList(0, 104));
        assertThat(bob.reads(context.formatted(chain.getFirst())).ids("descendants"))
                .isEqualTo(chain.subList(1, 105));
        Reply signedOut = bob.readsSignedOut(context.formatted(chain.getLast()));
        assertThat(signedOut.ids("ancestors")).isEqualTo(chain.subList(64, 104));
        assertThat(signedOut.link())
                .isEqualTo("<http://localhost:8080" + context.formatted(chain.get(64)) + ">; rel=\"prev\"");
        assertThat(bob.readsSignedOut(context.formatted(chain.getFirst())).ids("descendants"))
                .isEqualTo(chain.subList(1, 21));
    }

    @Test
    void takesTheAuthorsUsualLanguageElseGuesses() {
        assertThat(alice.reads("/api/v1/statuses/" + alice.posts("今日は寒いですね")).text("language"))
                .isEqualTo("ja");
        assertThat(alice.reads("/api/v1/statuses/" + alice.posts("Hello")).text("language"))
                .isNull();

        alice.usuallyWritesIn("de");

        assertThat(alice.reads("/api/v1/statuses/" + alice.posts("Hallo")).text("language"))
                .isEqualTo("de");
    }

    @Test
    void theSameKeyPublishesOnce() {
        Reply first = alice.triesWithKey("key", Map.of("status", "Hello"));
        Reply second = alice.triesWithKey("key", Map.of("status", "Hello"));
        Reply somebodyElse = bob.triesWithKey("key", Map.of("status", "Hello"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(somebodyElse.id()).isNotEqualTo(first.id());
        assertThat(posts(alice)).isEqualTo(1);
    }

    @Test
    void theSameKeyPublishesOnceUnderARace() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            Callable<Reply> attempt = () -> alice.triesWithKey("race", Map.of("status", "Hello"));
            List<Future<Reply>> replies = clients.invokeAll(Collections.nCopies(8, attempt));

            long id = replies.getFirst().get().id();
            for (Future<Reply> reply : replies) {
                assertThat(reply.get().status()).isEqualTo(200);
                assertThat(reply.get().id()).isEqualTo(id);
            }
        }
        town.settle();
        assertThat(posts(alice)).isEqualTo(1);
        assertThat(alice.home()).hasSize(1);
        assertThat(town.count("SELECT statuses FROM author_counts WHERE author_id = " + alice.id()))
                .isEqualTo(1);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        assertThat(alice.triesWithKey("again", Map.of("status", "")).status()).isEqualTo(422);
        assertThat(alice.triesWithKey("again", Map.of("status", "Hello")).status())
                .isEqualTo(200);
        assertThat(alice.triesWithKey("k".repeat(256), Map.of("status", "Hello"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aKeyIsForgottenAfterAnHour() {
        Reply first = alice.triesWithKey("old", Map.of("status", "Hello"));
        jdbc.sql("UPDATE idempotency_key SET created_at = created_at - interval '61 minutes' WHERE post_id = :post")
                .param("post", first.id())
                .update();

        Reply second = alice.triesWithKey("old", Map.of("status", "Hello"));
        assertThat(second.id()).isNotEqualTo(first.id());

        jdbc.sql("UPDATE idempotency_key SET created_at = created_at - interval '61 minutes' WHERE post_id = :post")
                .param("post", second.id())
                .update();
        keys.forgetOld();
        assertThat(town.count("SELECT count(*) FROM idempotency_key WHERE author_id = " + alice.id()))
                .isZero();
    }

    @Test
    void anAuthorWhoseEventIsLateIsAskedForOnce() {
        Person late = town.newcomerWhoseEventIsLate("late");

        late.posts("First");
        late.posts("Second");

        assertThat(UserServiceStub.requestsWith(Long.toString(late.id()))).hasSize(1);
    }

    @Test
    void namesNobodyWhomItsAuthorDoesNotExpect() {
        Map<String, Object> post = new HashMap<>(
                Map.of("status", "For @" + bob.name() + " and @" + alice.name(), "allowed_mentions", List.of()));

        Reply refused = alice.tries(post);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("error")).isEqualTo("Post would be sent to unexpected accounts");
        assertThat(refused.ids("unexpected_accounts")).containsExactly(bob.id());
        assertThat(refused.body()
                        .path("unexpected_accounts")
                        .get(0)
                        .path("username")
                        .asString())
                .isEqualTo(bob.name());
        assertThat(alice.reads("/api/v1/accounts/" + alice.id() + "/statuses").ids())
                .isEmpty();
        post.put("scheduled_at", Instant.now().plus(Duration.ofHours(1)).toString());
        assertThat(alice.tries(post).status()).isEqualTo(422);
        assertThat(alice.sendsForm(
                                "/api/v1/statuses",
                                Map.of("status", "For @" + bob.name(), "allowed_mentions[]", Long.toString(alice.id())))
                        .status())
                .isEqualTo(422);

        assertThat(alice.tries(Map.of(
                                "status", "For @" + bob.name(), "allowed_mentions", List.of(Long.toString(bob.id()))))
                        .status())
                .isEqualTo(200);
        assertThat(alice.tries(Map.of("status", "For nobody", "allowed_mentions", List.of()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNameWhoseEventIsLateIsAskedForAndMentioned() {
        Person late = town.newcomerWhoseEventIsLate("late");

        Reply reply = alice.tries(Map.of("status", "Hello @" + late.name() + " and @nobody_at_all"));

        assertThat(reply.ids("mentions")).containsExactly(late.id());
        assertThat(reply.text("content")).contains("@nobody_at_all");
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, 404, 401})
    void aNameIsTextWhenNobodyCanTellWhoseItIs(int failure) {
        Person late = town.newcomerWhoseEventIsLate("late");

        UserServiceStub.whileAnswering(failure, () -> {
            Reply reply = alice.tries(Map.of("status", "Hello @" + late.name() + " and @" + bob.name()));
            assertThat(reply.ids("mentions")).containsExactly(bob.id());
            assertThat(late.tries(Map.of("status", "Hello")).status()).isEqualTo(503);
        });
    }

    @Test
    void needsAPersonWithTheRightToWrite() {
        assertThat(alice.readsWith(TestTokens.forAccount(alice.id(), "write"), "/api/v1/statuses/1/source")
                        .status())
                .isEqualTo(403);
        assertThat(bob.sends(HttpMethod.PUT, "/api/v1/statuses/42", Map.of("status", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(town.stranger("ghost").tries(Map.of("status", "Boo")).status())
                .isEqualTo(403);
    }

    private long repliesTo(long post) {
        return alice.reads("/api/v1/statuses/" + post)
                .body()
                .path("replies_count")
                .asLong();
    }

    private long posts(Person author) {
        return town.count("SELECT count(*) FROM post WHERE author_id = " + author.id());
    }

    private void assertNothingWritten() {
        assertThat(posts(alice)).isZero();
        assertThat(town.count("SELECT count(*) FROM home_timeline WHERE owner_id = " + alice.id()))
                .isZero();
        assertThat(town.count("SELECT count(*) FROM outbox")).isZero();
    }
}
