package io.microblog.post.draft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
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
import io.microblog.post.media.Attachments;
import io.microblog.testing.Pictures;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Drafts on the server: kept whatever they lack, changed on two devices, published once. */
@PostServiceTest
class DraftIntegrationTests {

    private static final String PATH = "/api/v1/drafts";

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Attachments attachments;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void keepsWhatHasBeenWrittenSoFar() {
        long answered = bob.posts("Hello");
        String due = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();

        Reply draft = keeps(Map.of(
                "status", "A whole\r\nworld of ",
                "spoiler_text", "Tea",
                "sensitive", true,
                "visibility", "private",
                "language", "es",
                "content_type", "text/plain",
                "in_reply_to_id", Long.toString(answered),
                "poll", Map.of("options", List.of("Tea", ""), "multiple", true),
                "scheduled_at", due));

        assertThat(draft.keys())
                .containsExactlyInAnyOrder(
                        "id", "version", "updated_at", "params", "media_attachments", "reason", "reason_code");
        assertThat(draft.body().path("version").asLong()).isOne();
        assertThat(draft.text("reason")).isNull();
        var params = draft.body().path("params");
        assertThat(params.path("text").asString()).isEqualTo("A whole\nworld of ");
        assertThat(params.path("spoiler_text").asString()).isEqualTo("Tea");
        assertThat(params.path("sensitive").asBoolean()).isTrue();
        assertThat(params.path("visibility").asString()).isEqualTo("private");
        assertThat(params.path("language").asString()).isEqualTo("es");
        assertThat(params.path("content_type").asString()).isEqualTo("text/plain");
        assertThat(params.path("in_reply_to_id").asString()).isEqualTo(Long.toString(answered));
        assertThat(params.path("poll").path("options").size()).isEqualTo(2);
        assertThat(params.path("poll").path("expires_in").isNull()).isTrue();
        assertThat(Instant.parse(params.path("scheduled_at").asString())).isEqualTo(Instant.parse(due));
        assertThat(alice.reads(PATH + "/" + draft.id()).body()).isEqualTo(draft.body());
        assertThat(town.count("SELECT count(*) FROM post WHERE author_id = " + alice.id()))
                .isZero();
    }

    @Test
    void nothingNeedsToBeThere() {
        assertThat(keeps(Map.of()).body().path("params").path("text").asString())
                .isEmpty();
        assertThat(alice.sendsForm(PATH, Map.of("status", "Form", "poll[options][0]", "Tea"))
                        .body()
                        .path("params")
                        .path("poll")
                        .path("options")
                        .path(0)
                        .asString())
                .isEqualTo("Tea");
        assertThat(alice.sendsMultipart(PATH, Map.of("status", "Parts")).status())
                .isEqualTo(200);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(Map.of("status", "x".repeat(65_537)), "text"),
                arguments(Map.of("status", "x".repeat(40_000), "spoiler_text", "x".repeat(40_000)), "text"),
                arguments(Map.of("visibility", "secret"), "visibility"),
                arguments(Map.of("language", "x".repeat(101)), "language"),
                arguments(Map.of("content_type", "x".repeat(101)), "content_type"),
                arguments(Map.of("scheduled_at", "soon"), "scheduled_at"),
                arguments(Map.of("media_ids", List.of("1")), "media_ids"),
                arguments(Map.of("media_ids", List.of("1", "2", "3", "4", "5")), "media_ids"),
                arguments(Map.of("poll", Map.of("options", List.of("a", "b", "c", "d", "e"))), "poll.options"),
                arguments(Map.of("poll", Map.of("options", List.of("x".repeat(2_049)))), "poll.options"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatCanNeverBePublished(Map<String, ?> request, String field) {
        Reply kept = keeps(Map.of("status", "Before"));
        var change = new HashMap<String, Object>(request);
        change.put("version", 1);

        for (Reply reply : List.of(
                alice.sends(HttpMethod.POST, PATH, request),
                alice.sends(HttpMethod.PUT, PATH + "/" + kept.id(), change))) {
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
            assertThat(reply.body().path("details").has(field))
                    .as(reply.body().toString())
                    .isTrue();
        }
        assertThat(alice.reads(PATH).ids()).containsExactly(kept.id());
        assertThat(alice.reads(PATH + "/" + kept.id()).body()).isEqualTo(kept.body());
    }

    @Test
    void isListedInPages() {
        List<Long> drafts = IntStream.range(0, 3)
                .mapToObj(number -> keeps(Map.of("status", "Draft " + number)).id())
                .toList();
        bob.sends(HttpMethod.POST, PATH, Map.of("status", "Not Alice's"));

        Reply first = alice.reads(PATH + "?limit=2");

        assertThat(first.ids()).containsExactly(drafts.get(2), drafts.get(1));
        assertThat(alice.reads(first.next()).ids()).containsExactly(drafts.get(0));
        assertThat(alice.reads(PATH + "?limit=1&min_id=" + drafts.get(0)).ids()).containsExactly(drafts.get(1));
    }

    @Test
    void aChangeToAnOldVersionIsToldThePresentOne() {
        String path = PATH + "/" + keeps(Map.of("status", "One")).id();

        Reply changed = alice.sends(HttpMethod.PUT, path, Map.of("status", "Two", "version", 1));
        Reply late = alice.sends(HttpMethod.PUT, path, Map.of("status", "Lost?", "version", 1));

        assertThat(changed.body().path("version").asLong()).isEqualTo(2);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("error")).isEqualTo("The draft was changed elsewhere");
        assertThat(late.body().path("status").asInt()).isEqualTo(409);
        assertThat(late.body().path("draft")).isEqualTo(changed.body());
        assertThat(alice.reads(path).body()).isEqualTo(changed.body());
        assertThat(alice.sends(HttpMethod.PUT, path, Map.of("status", "Which?")).status())
                .isEqualTo(422);
        assertThat(alice.sends(HttpMethod.PUT, path, Map.of("status", "Three", "version", 2))
                        .body()
                        .path("params")
                        .path("text")
                        .asString())
                .isEqualTo("Three");
    }

    @Test
    void ofManyChangesAtOnceOneIsTaken() throws Exception {
        String path = PATH + "/" + keeps(Map.of("status", "One")).id();

        List<Reply> replies = atOnce(IntStream.range(0, 8)
                .<Callable<Reply>>mapToObj(number ->
                        () -> alice.sends(HttpMethod.PUT, path, Map.of("status", "By " + number, "version", 1)))
                .toList());

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 409)).hasSize(7);
        assertThat(alice.reads(path).body().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void isForNobodyElse() {
        Reply draft = keeps(Map.of("status", "Secret"));
        String path = PATH + "/" + draft.id();

        assertThat(List.of(
                        bob.reads(path).status(),
                        bob.sends(HttpMethod.PUT, path, Map.of("status", "Taken over", "version", 1))
                                .status(),
                        bob.sends(HttpMethod.PUT, path, Map.of("status", "Taken over", "version", 7))
                                .status(),
                        bob.tries(Map.of("status", "Ended", "draft_id", Long.toString(draft.id())))
                                .status(),
                        bob.deletes(path).status()))
                .containsOnly(404);
        assertThat(bob.reads(PATH).ids()).isEmpty();
        assertThat(bob.readsSignedOut(PATH).status()).isEqualTo(401);
        assertThat(bob.triesSignedOut(HttpMethod.POST, PATH).status()).isEqualTo(401);
        assertThat(alice.readsWith(
                                TestTokens.with(claims -> claims.subject(Long.toString(alice.id()))
                                        .claim("scope", "write:media read:lists")),
                                PATH)
                        .status())
                .isEqualTo(403);
        assertThat(alice.reads(path).body()).isEqualTo(draft.body());
    }

    @Test
    void keepsItsImagesAsLongAsItLives() {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        long other = alice.uploads(Pictures.jpeg(80, 60));
        long bobs = bob.uploads(Pictures.jpeg(80, 60));
        Reply draft = keeps(Map.of("media_ids", ids(image, other)));
        String path = PATH + "/" + draft.id();

        assertThat(draft.ids("media_attachments")).containsExactly(image, other);
        assertThat(alice.sends(HttpMethod.POST, PATH, Map.of("media_ids", ids(image)))
                        .status())
                .isEqualTo(422);
        assertThat(alice.sends(HttpMethod.POST, PATH, Map.of("media_ids", ids(bobs)))
                        .status())
                .isEqualTo(422);
        assertThat(bob.tries(Map.of("status", "Mine", "media_ids", ids(image))).status())
                .isEqualTo(422);
        assertThat(alice.sends(HttpMethod.PUT, "/api/v1/media/" + image, Map.of("description", "A pond"))
                        .status())
                .isEqualTo(200);
        grow(image, other, bobs);
        attachments.forgetUnused();
        assertThat(alice.reads(path).ids("media_attachments")).containsExactly(image, other);

        Reply without = alice.sends(HttpMethod.PUT, path, Map.of("media_ids", ids(image), "version", 1));
        assertThat(without.ids("media_attachments")).containsExactly(image);
        grow(other);
        attachments.forgetUnused();
        assertThat(alice.reads("/api/v1/media/" + other).status()).isEqualTo(404);

        alice.deletes(path);
        attachments.forgetUnused();
        assertThat(alice.reads("/api/v1/media/" + image).status()).isEqualTo(200);
        grow(image);
        attachments.forgetUnused();
        assertThat(alice.reads("/api/v1/media/" + image).status()).isEqualTo(404);
    }

    @Test
    void anImageThatIsGoneIsMissingInTheDraft() {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        Reply draft = keeps(Map.of("status", "Look", "media_ids", ids(image)));

        assertThat(alice.deletes("/api/v1/media/" + image).status()).isEqualTo(200);

        Reply read = alice.reads(PATH + "/" + draft.id());
        assertThat(read.ids("media_attachments")).isEmpty();
        assertThat(read.body().path("params").path("media_ids").isNull()).isTrue();
    }

    @Test
    void isPublishedOnceAndEndsWithThat() throws Exception {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        Reply draft = keeps(Map.of("status", "Look", "media_ids", ids(image)));
        Map<String, ?> post = Map.of("status", "Look!", "media_ids", ids(image), "draft_id", Long.toString(draft.id()));

        List<Reply> replies = atOnce(List.of(() -> alice.tries(post), () -> alice.tries(post)));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 404);
        assertThat(alice.reads(PATH + "/" + draft.id()).status()).isEqualTo(404);
        assertThat(town.count("SELECT count(*) FROM post WHERE author_id = " + alice.id()))
                .isOne();
        assertThat(replies.stream()
                        .filter(reply -> reply.status() == 200)
                        .findFirst()
                        .orElseThrow()
                        .ids("media_attachments"))
                .containsExactly(image);
    }

    @Test
    void staysWhereItCannotBePublished() {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        Reply draft = keeps(Map.of("status", "Look", "media_ids", ids(image)));
        Map<String, Object> tooLong =
                new HashMap<>(Map.of("status", "x".repeat(5_001), "draft_id", Long.toString(draft.id())));

        assertThat(alice.tries(tooLong).status()).isEqualTo(422);
        tooLong.put("status", "With an image that is not there");
        tooLong.put("media_ids", List.of("1"));
        assertThat(alice.tries(tooLong).status()).isEqualTo(422);

        assertThat(alice.reads(PATH + "/" + draft.id()).body()).isEqualTo(draft.body());
    }

    @Test
    void aKeyPublishesItOnce() {
        Reply draft = keeps(Map.of("status", "Look"));
        Map<String, ?> post = Map.of("status", "Look", "draft_id", Long.toString(draft.id()));

        Reply first = alice.triesWithKey("draft", post);

        assertThat(first.status()).isEqualTo(200);
        assertThat(alice.triesWithKey("draft", post).id()).isEqualTo(first.id());
    }

    @Test
    void noMoreThanSoManyAreKept() throws Exception {
        Reply draft = keeps(Map.of("status", "One"));
        jdbc.sql(
                        "INSERT INTO draft (id, author_id, version, params, updated_at)"
                                + " SELECT -:id - n, author_id, 1, params, now() FROM draft, generate_series(1, 94) AS n WHERE id = :id")
                .param("id", draft.id())
                .update();

        List<Reply> replies = atOnce(IntStream.range(0, 8)
                .<Callable<Reply>>mapToObj(number -> () -> alice.sends(HttpMethod.POST, PATH, Map.of("status", "x")))
                .toList());

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(5);
        assertThat(replies.stream().filter(reply -> reply.status() == 422)).hasSize(3);
        alice.deletes(PATH + "/" + draft.id());
        assertThat(keeps(Map.of("status", "Room again")).status()).isEqualTo(200);
    }

    private Reply keeps(Map<String, ?> request) {
        Reply reply = alice.sends(HttpMethod.POST, PATH, request);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    private void grow(Long... images) {
        jdbc.sql("UPDATE media SET unused_since = now() - interval '9 days' WHERE id = ANY (:ids)")
                .param("ids", images)
                .update();
    }

    private static List<String> ids(Long... images) {
        return Stream.of(images).map(String::valueOf).toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(acts)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
