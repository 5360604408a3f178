package io.microblog.post.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.post.UserServiceStub;
import io.microblog.post.automatic.RuleVerdict;
import io.microblog.post.automatic.Screening;
import io.microblog.post.media.Attachments;
import io.microblog.post.schedule.DuePosts;
import io.microblog.post.schedule.DuePosts.Claim;
import io.microblog.testing.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Posts that wait for their time: scheduling, changing, and publishing each once. */
@PostServiceTest
class SchedulingIntegrationTests {

    private static final String PATH = "/api/v1/scheduled_statuses";
    private static final Map<String, Object> TEA_OR_COFFEE =
            Map.of("options", List.of("Tea", "Coffee"), "expires_in", 600);

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Preparation preparation;

    @Autowired
    private ScheduleJournal journal;

    @Autowired
    private Screening screening;

    @Autowired
    private DuePosts duePosts;

    @Autowired
    private Attachments attachments;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private IdGenerator ids;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
    }

    @Test
    void answersWithWhatIsScheduled() {
        Instant due = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        String inIndia = due.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString();
        long answered = bob.posts("Hello");

        Reply reply = schedules(
                "Later",
                Map.of(
                        "scheduled_at",
                        inIndia,
                        "in_reply_to_id",
                        Long.toString(answered),
                        "spoiler_text",
                        "Drinks",
                        "language",
                        "en",
                        "poll",
                        TEA_OR_COFFEE));

        assertThat(reply.keys()).containsExactlyInAnyOrder("id", "scheduled_at", "params", "media_attachments");
        assertThat(reply.text("scheduled_at")).isEqualTo(due.toString().replace("Z", ".000Z"));
        assertThat(reply.body().path("media_attachments").isArray()).isTrue();
        var params = reply.body().path("params");
        assertThat(params.path("text").asString()).isEqualTo("Later");
        assertThat(params.path("spoiler_text").asString()).isEqualTo("Drinks");
        assertThat(params.path("visibility").asString()).isEqualTo("public");
        assertThat(params.path("in_reply_to_id").asString()).isEqualTo(Long.toString(answered));
        assertThat(params.path("poll").path("options").path(1).asString()).isEqualTo("Coffee");
        assertThat(params.path("poll").path("expires_in").asLong()).isEqualTo(600);
        assertThat(alice.reads(PATH + "/" + reply.id()).body()).isEqualTo(reply.body());
        assertThat(postsOf(alice)).isEmpty();
    }

    @Test
    void comesInForms() {
        Map<String, String> form = new HashMap<>(Map.of("status", "Later", "scheduled_at", inHours(1)));
        form.put("poll[options][0]", "Tea");
        form.put("poll[options][1]", "Coffee");
        form.put("poll[expires_in]", "600");

        for (Reply reply :
                List.of(alice.sendsForm("/api/v1/statuses", form), alice.sendsMultipart("/api/v1/statuses", form))) {
            assertThat(reply.keys()).contains("scheduled_at", "params");
        }
        assertThat(alice.sendsForm("/api/v1/statuses", Map.of("status", "Now", "scheduled_at", ""))
                        .keys())
                .contains("content");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(Map.of("scheduled_at", "tomorrow"), "scheduled_at"),
                arguments(Map.of("scheduled_at", "2030-01-01"), "scheduled_at"),
                arguments(Map.of("scheduled_at", "2030-01-01T00:00:00"), "scheduled_at"),
                arguments(Map.of("scheduled_at", "2030-02-30T00:00:00Z"), "scheduled_at"),
                arguments(Map.of("scheduled_at", 1_900_000_000), "scheduled_at"),
                arguments(Map.of("scheduled_at", List.of("a", "b")), "scheduled_at"),
                arguments(Map.of("scheduled_at", inMinutes(1)), "scheduled_at"),
                arguments(Map.of("scheduled_at", "+999999999-01-01T00:00:00Z"), "scheduled_at"),
                arguments(Map.of("scheduled_at", inMinutes(4)), "scheduled_at"),
                arguments(Map.of("scheduled_at", inHours(24 * 1_830)), "scheduled_at"),
                arguments(Map.of("status", "x".repeat(5_001)), "text"),
                arguments(Map.of("status", " "), "text"),
                arguments(Map.of("language", "klingon"), "language"),
                arguments(Map.of("content_type", "text/html"), "content_type"),
                arguments(Map.of("quoted_status_id", "that one"), "quoted_status_id"),
                arguments(Map.of("media_ids", List.of("1")), "media_ids"),
                arguments(Map.of("poll", Map.of("options", List.of("a"), "expires_in", 600)), "poll.options"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAtOnceWhatCannotBePublished(Map<String, ?> request, String field) {
        Reply reply = schedules("Later", request);

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
        assertThat(reply.body().path("details").has(field))
                .as(reply.body().toString())
                .isTrue();
        assertThat(waiting(alice)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2020-01-01T05:30:00.000+05:30"})
    void aTimeThatHasPassedIsNow(String past) {
        Reply reply = schedules("Now", Map.of("scheduled_at", past));

        assertThat(reply.keys()).contains("content").doesNotContain("params");
        assertThat(postsOf(alice)).containsExactly(reply.id());
        assertThat(waiting(alice)).isEmpty();
    }

    @Test
    void refusesAnswersToWhatIsNotThere() {
        long hidden = bob.posts("For somebody else", "direct");

        assertThat(schedules("Later", Map.of("in_reply_to_id", Long.toString(hidden)))
                        .status())
                .isEqualTo(404);
        alice.isSuspended();
        assertThat(schedules("Later", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void tellsProgramsWhyItRefuses() {
        String image = Long.toString(bob.uploads(Pictures.jpeg(80, 60)));

        assertThat(code(schedules("x", Map.of("scheduled_at", inMinutes(4))))).isEqualTo("scheduled-too-soon");
        assertThat(code(schedules("x", Map.of("scheduled_at", inHours(24 * 1_830)))))
                .isEqualTo("scheduled-too-late");
        assertThat(code(schedules("x", Map.of("in_reply_to_id", "1")))).isEqualTo("replied-post-not-found");
        assertThat(code(schedules("x", Map.of("media_ids", List.of(image))))).isEqualTo("media-not-found");
    }

    private static String code(Reply refused) {
        String type = String.valueOf(refused.text("type"));
        assertThat(type).startsWith("urn:microblog:problem:");
        return type.substring("urn:microblog:problem:".length());
    }

    @Test
    void anEditIsNotScheduled() {
        long post = alice.posts("Hello");

        assertThat(alice.edits(post, Map.of("status", "Later", "scheduled_at", inHours(1)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void isListedInPages() {
        List<Long> scheduled = IntStream.range(0, 3)
                .mapToObj(number -> schedules("Later " + number, Map.of()).id())
                .toList();
        schedulesOf(bob, "Not Alice's", Map.of());

        Reply first = alice.reads(PATH + "?limit=2");

        assertThat(first.ids()).containsExactly(scheduled.get(2), scheduled.get(1));
        assertThat(alice.reads(first.next()).ids()).containsExactly(scheduled.get(0));
        assertThat(alice.reads(PATH + "?limit=1&min_id=" + scheduled.get(0)).ids())
                .containsExactly(scheduled.get(1));
    }

    @Test
    void isMovedAndDeleted() {
        String path = PATH + "/" + schedules("Later", Map.of()).id();
        String other = inHours(48);

        Reply moved = alice.sends(HttpMethod.PUT, path, Map.of("scheduled_at", other));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(Instant.parse(String.valueOf(moved.text("scheduled_at")))).isEqualTo(Instant.parse(other));
        for (String bad : List.of("", "soon", inHours(-1), inMinutes(4), inHours(24 * 1_830))) {
            Reply refused = alice.sends(HttpMethod.PUT, path, Map.of("scheduled_at", bad));
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.body().path("details").has("scheduled_at")).isTrue();
        }
        assertThat(alice.sends(HttpMethod.PUT, path, Map.of()).status()).isEqualTo(422);
        assertThat(alice.reads(path).body()).isEqualTo(moved.body());
        assertThat(alice.deletes(path).status()).isEqualTo(200);
        assertThat(alice.reads(path).status()).isEqualTo(404);
        assertThat(alice.deletes(path).status()).isEqualTo(404);
    }

    @Test
    void isForNobodyElse() {
        String path = PATH + "/" + schedules("Later", Map.of()).id();

        assertThat(List.of(
                        bob.reads(path).status(),
                        bob.sends(HttpMethod.PUT, path, Map.of("scheduled_at", inHours(48)))
                                .status(),
                        bob.sends(HttpMethod.PUT, path, Map.of("scheduled_at", "soon"))
                                .status(),
                        bob.deletes(path).status()))
                .containsOnly(404);
        assertThat(bob.reads(PATH).ids()).isEmpty();
        assertThat(bob.readsSignedOut(PATH).status()).isEqualTo(401);
        assertThat(bob.triesSignedOut(HttpMethod.PUT, path).status()).isEqualTo(401);
        assertThat(waiting(alice)).hasSize(1);
    }

    @Test
    void aDayHasRoomForSoMany() throws Exception {
        OffsetDateTime noon = OffsetDateTime.now(ZoneOffset.UTC).plusDays(3).truncatedTo(ChronoUnit.DAYS);
        String fullDay = noon.plusHours(12).toString();
        List<Reply> replies =
                atOnce(Collections.<Callable<Reply>>nCopies(30, () -> schedules("x", Map.of("scheduled_at", fullDay))));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(25);
        assertThat(replies.stream().filter(reply -> reply.status() == 422)).hasSize(5);
        String lastMinute = noon.plusDays(1).minusMinutes(1).toString();
        Reply refused = schedules("x", Map.of("scheduled_at", lastMinute));
        assertThat(refused.text("error"))
                .isEqualTo("Validation failed: Scheduled at can't be on a day that has 25 scheduled posts already");
        assertThat(code(refused)).isEqualTo("scheduled-day-full");
        long nextDay = schedules("x", Map.of("scheduled_at", noon.plusDays(1).toString()))
                .id();
        Map<String, ?> intoIt = Map.of("scheduled_at", lastMinute);
        assertThat(alice.sends(HttpMethod.PUT, PATH + "/" + nextDay, intoIt).status())
                .isEqualTo(422);
        assertThat(alice.sends(HttpMethod.PUT, PATH + "/" + waiting(alice).getLast(), intoIt)
                        .status())
                .isEqualTo(200);
        assertThat(schedulesOf(bob, "x", Map.of("scheduled_at", fullDay)).status())
                .isEqualTo(200);
    }

    @Test
    void noMoreThanSoManyWaitInAll() {
        long one = schedules("x", Map.of()).id();
        jdbc.sql("INSERT INTO scheduled_post (id, author_id, due_at, params, try_at)"
                        + " SELECT -:one - n, author_id, due_at + n * interval '1 day', params, due_at + n * interval '1 day'"
                        + " FROM scheduled_post, generate_series(1, 299) AS n WHERE id = :one")
                .param("one", one)
                .update();

        Reply refused = schedules("x", Map.of("scheduled_at", inHours(24 * 1_000)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("error")).isEqualTo("You cannot have more than 300 scheduled posts");
        assertThat(code(refused)).isEqualTo("scheduled-too-many");
        alice.deletes(PATH + "/" + one);
        assertThat(schedules("x", Map.of("scheduled_at", inHours(24 * 1_000))).status())
                .isEqualTo(200);
    }

    @Test
    void aKeySchedulesAndPublishesOnce() {
        Map<String, ?> request = Map.of("status", "Later", "scheduled_at", inHours(1));

        Reply first = alice.triesWithKey("later", request);
        assertThat(alice.triesWithKey("later", request).body()).isEqualTo(first.body());
        assertThat(waiting(alice)).containsExactly(first.id());

        becomesDue(first.id());
        List<Long> posts = awaitPostsOf(alice, 1);
        assertThat(alice.triesWithKey("later", request).id()).isEqualTo(posts.getFirst());
        assertThat(waiting(alice)).isEmpty();
    }

    @Test
    void keepsItsImages() {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        Map<String, ?> withImage = Map.of("media_ids", List.of(Long.toString(image)));

        Reply scheduled = schedules("Later", withImage);

        assertThat(scheduled.ids("media_attachments")).containsExactly(image);
        assertThat(schedules("Another", withImage).status()).isEqualTo(422);
        assertThat(alice.tries(Map.of("status", "Now", "media_ids", List.of(Long.toString(image))))
                        .status())
                .isEqualTo(422);
        assertThat(alice.deletes("/api/v1/media/" + image).status()).isEqualTo(422);
        jdbc.sql("UPDATE media SET unused_since = now() - interval '9 days' WHERE id = :id")
                .param("id", image)
                .update();
        attachments.forgetUnused();
        assertThat(alice.reads(PATH + "/" + scheduled.id()).ids("media_attachments"))
                .containsExactly(image);

        alice.deletes(PATH + "/" + scheduled.id());
        Reply again = schedules("Again", withImage);
        becomesDue(again.id());
        long post = awaitPostsOf(alice, 1).getFirst();
        assertThat(bob.reads("/api/v1/statuses/" + post).ids("media_attachments"))
                .containsExactly(image);
        attachments.forgetUnused();
        assertThat(town.count("SELECT count(*) FROM media WHERE id = " + image + " AND post_id = " + post))
                .isOne();
    }

    @Test
    void isPublishedAsIfItWereWrittenThen() {
        bob.follows(alice);
        long answered = bob.posts("Hello");
        Reply scheduled = schedules(
                "*Later* #tea",
                Map.of(
                        "in_reply_to_id", Long.toString(answered),
                        "spoiler_text", "Drinks",
                        "visibility", "private",
                        "language", "es",
                        "poll", TEA_OR_COFFEE));
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        becomesDue(scheduled.id());

        long post = awaitPostsOf(alice, 1).getFirst();
        Reply read = bob.reads("/api/v1/statuses/" + post);
        assertThat(Instant.parse(String.valueOf(read.text("created_at")))).isAfterOrEqualTo(before);
        assertThat(read.text("content")).contains("<em>Later</em>");
        assertThat(read.text("spoiler_text")).isEqualTo("Drinks");
        assertThat(read.text("visibility")).isEqualTo("private");
        assertThat(read.text("language")).isEqualTo("es");
        assertThat(read.text("in_reply_to_id")).isEqualTo(Long.toString(answered));
        Instant end = Instant.parse(read.body().path("poll").path("expires_at").asString());
        assertThat(end).isAfterOrEqualTo(before.plusSeconds(600));
        assertThat(alice.reads(PATH + "/" + scheduled.id()).status()).isEqualTo(404);
        town.settle();
        assertThat(town.eventsOf(post)).singleElement().asString().startsWith("PostCreated 1");
        assertThat(bob.home()).contains(post);
    }

    @Test
    void whatAnEarlierVersionKeptIsPublished() {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        long full = keptBefore("""
                {"text":"Later","content_type":null,"media_ids":["%d"],"sensitive":true,"spoiler_text":" Drinks ",
                 "visibility":"unlisted","language":"es-MX","in_reply_to_id":null,"poll":null,"scheduled_at":null,
                 "idempotency":null,"application_id":0,"with_rate_limit":false}""".formatted(image));
        jdbc.sql("UPDATE media SET post_id = :post WHERE id = :id")
                .param("post", full)
                .param("id", image)
                .update();
        long warningOnly = keptBefore("""
                {"text":null,"content_type":"text/plain","media_ids":null,"sensitive":null,"spoiler_text":"*Drinks*",
                 "visibility":"public","language":null,"in_reply_to_id":null,"poll":
                 {"options":["Tea","Coffee"],"expires_in":600,"multiple":true,"hide_totals":false},
                 "scheduled_at":null,"idempotency":null,"application_id":0,"with_rate_limit":false}""");

        assertThat(waiting(alice)).containsExactlyInAnyOrder(full, warningOnly);
        becomesDue(full);
        Reply first = bob.reads("/api/v1/statuses/" + awaitPostsOf(alice, 1).getFirst());
        becomesDue(warningOnly);
        Reply second = bob.reads("/api/v1/statuses/" + awaitPostsOf(alice, 2).getLast());

        assertThat(first.text("content")).contains("Later");
        assertThat(first.text("spoiler_text")).isEqualTo("Drinks");
        assertThat(first.text("visibility")).isEqualTo("unlisted");
        assertThat(first.text("language")).isEqualTo("es");
        assertThat(first.ids("media_attachments")).containsExactly(image);
        assertThat(second.text("content")).contains("*Drinks*");
        assertThat(second.text("spoiler_text")).isEmpty();
        assertThat(second.body().path("poll").path("multiple").asBoolean()).isTrue();
    }

    private long keptBefore(String params) {
        long id = ids.next();
        jdbc.sql(
                        "INSERT INTO scheduled_post (id, author_id, due_at, params, try_at)"
                                + " VALUES (:id, :author, now() + interval '1 hour', CAST(:params AS jsonb), now() + interval '1 hour')")
                .param("id", id)
                .param("author", alice.id())
                .param("params", params)
                .update();
        return id;
    }

    @Test
    void isADraftAgainWhenItCannotBePublished() {
        long answered = bob.posts("Hello");
        long image = alice.uploads(Pictures.jpeg(80, 60));
        Reply answer = schedules(
                "Later",
                Map.of(
                        "in_reply_to_id", Long.toString(answered),
                        "spoiler_text", "Drinks",
                        "media_ids", List.of(Long.toString(image))));
        long other = schedulesOf(bob, "Goes on", Map.of()).id();
        bob.deletes(answered);

        becomesDue(answer.id());
        becomesDue(other);

        Reply draft = awaitDraft(answer.id());
        assertThat(draft.text("reason")).isEqualTo("The post you are trying to reply to does not appear to exist.");
        assertThat(draft.text("reason_code")).isEqualTo("replied-post-not-found");
        assertThat(draft.body().path("params").path("text").asString()).isEqualTo("Later");
        assertThat(draft.body().path("params").path("spoiler_text").asString()).isEqualTo("Drinks");
        assertThat(draft.ids("media_attachments")).containsExactly(image);
        awaitPostsOf(bob, 1);
        assertThat(alice.reads(PATH + "/" + answer.id()).status()).isEqualTo(404);
        assertThat(postsOf(alice)).isEmpty();

        Reply again = schedules(
                "Later, to nobody",
                Map.of("media_ids", List.of(Long.toString(image)), "draft_id", Long.toString(answer.id())));
        assertThat(alice.reads("/api/v1/drafts").ids()).isEmpty();
        becomesDue(again.id());
        long post = awaitPostsOf(alice, 1).getFirst();
        assertThat(bob.reads("/api/v1/statuses/" + post).ids("media_attachments"))
                .containsExactly(image);
    }

    @Test
    void nothingOfSuspendedPeopleIsPublished() {
        long scheduled = schedules("Later", Map.of()).id();
        alice.isSuspended();

        becomesDue(scheduled);

        assertThat(awaitDraft(scheduled).text("reason")).isNotBlank();
        town.settle();
        assertThat(town.subjects("post.schedule.v1", "ScheduledPostReturned")).containsOnlyOnce(alice.id());
        assertThat(postsOf(alice)).isEmpty();
    }

    @Test
    void isTriedAgainWhereAnotherServiceIsAwayButNotForEver() {
        long scheduled = schedules("Later", Map.of()).id();
        jdbc.sql("DELETE FROM author WHERE id = :id").param("id", alice.id()).update();
        UserServiceStub.whileAnswering(503, () -> {
            becomesDue(scheduled);
            await().until(() -> attempts(scheduled) == 1);
            publishing.publishDue();
            assertThat(attempts(scheduled)).isOne();
            assertThat(alice.reads(PATH + "/" + scheduled).status()).isEqualTo(200);

            jdbc.sql("UPDATE scheduled_post SET attempts = 29, try_at = now() WHERE id = :id")
                    .param("id", scheduled)
                    .update();
            awaitDraft(scheduled);
        });
        assertThat(postsOf(alice)).isEmpty();
    }

    @Test
    void eachIsPublishedOnceHoweverManyLook() throws Exception {
        List<Person> authors = IntStream.range(0, 10)
                .mapToObj(number -> town.newcomer("author"))
                .toList();
        List<Long> scheduled = new ArrayList<>();
        authors.forEach(author -> IntStream.range(0, 20)
                .forEach(number -> scheduled.add(
                        schedulesOf(author, "Later " + number, Map.of()).id())));

        jdbc.sql("UPDATE scheduled_post SET due_at = now(), try_at = now() WHERE id = ANY (:ids)")
                .param("ids", scheduled.toArray(Long[]::new))
                .update();
        atOnce(Collections.nCopies(4, Executors.callable(() -> {
            publishing.publishDue();
            publishing.publishDue();
        })));
        List<Long> posts = authors.stream()
                .flatMap(author -> awaitPostsOf(author, 20).stream())
                .toList();
        town.settle();

        assertThat(town.count(
                        "SELECT count(*) FROM scheduled_post WHERE author_id IN (SELECT author_id FROM post WHERE id = "
                                + posts.getFirst() + ")"))
                .isZero();
        assertThat(town.subjects("post.post.v1", "PostCreated").stream().filter(posts::contains))
                .containsExactlyInAnyOrderElementsOf(posts);
        for (Person author : authors) {
            assertThat(town.count("SELECT count(DISTINCT source) FROM post WHERE author_id = " + author.id()))
                    .isEqualTo(20);
        }
    }

    @Test
    void nothingIsLostWhenTheOneWhoPublishesDies() {
        long image = alice.uploads(Pictures.jpeg(80, 60));
        long scheduled = schedules("Later", Map.of("media_ids", List.of(Long.toString(image))))
                .id();

        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("UPDATE scheduled_post SET try_at = now() - interval '1 day' WHERE id = :id")
                    .param("id", scheduled)
                    .update();
            Claim claim = duePosts.claimNext().orElseThrow();
            assertThat(claim.post().id()).isEqualTo(scheduled);
            var prepared = preparation.prepare(alice.id(), claim.post().command());
            RuleVerdict verdict = screening.judge(prepared.judged(scheduled + 1));
            journal.publish(claim, prepared.post(scheduled + 1, null, verdict), verdict, prepared);
            assertThat(postsOf(alice)).hasSize(1);
            transaction.setRollbackOnly();
        });

        assertThat(postsOf(alice)).isEmpty();
        assertThat(alice.reads(PATH + "/" + scheduled).ids("media_attachments")).containsExactly(image);
        becomesDue(scheduled);
        long post = awaitPostsOf(alice, 1).getFirst();
        assertThat(bob.reads("/api/v1/statuses/" + post).ids("media_attachments"))
                .containsExactly(image);
    }

    @Test
    void whatWasMovedMeanwhileIsNotPublished() {
        long scheduled = schedules("Later", Map.of()).id();

        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("UPDATE scheduled_post SET try_at = now() - interval '1 day' WHERE id = :id")
                    .param("id", scheduled)
                    .update();
            Claim claim = duePosts.claimNext().orElseThrow();
            alice.sends(HttpMethod.PUT, PATH + "/" + scheduled, Map.of("scheduled_at", inHours(2)));
            var prepared = preparation.prepare(alice.id(), claim.post().command());
            RuleVerdict verdict = screening.judge(prepared.judged(scheduled + 1));
            journal.publish(claim, prepared.post(scheduled + 1, null, verdict), verdict, prepared);
            duePosts.giveBack(claim, new NotFound());
        });

        assertThat(postsOf(alice)).isEmpty();
        assertThat(alice.reads("/api/v1/drafts").ids()).isEmpty();
        assertThat(alice.reads(PATH + "/" + scheduled).status()).isEqualTo(200);
    }

    private Reply schedules(String text, Map<String, ?> more) {
        return schedulesOf(alice, text, more);
    }

    private static Reply schedulesOf(Person author, String text, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("status", text, "scheduled_at", inHours(1)));
        request.putAll(more);
        return author.tries(request);
    }

    private void becomesDue(long scheduled) {
        jdbc.sql("UPDATE scheduled_post SET due_at = now(), try_at = now() WHERE id = :id")
                .param("id", scheduled)
                .update();
    }

    private long attempts(long scheduled) {
        return town.count("SELECT attempts FROM scheduled_post WHERE id = " + scheduled);
    }

    /** What could not be published. */
    private Reply awaitDraft(long scheduled) {
        String path = "/api/v1/drafts/" + scheduled;
        return await().until(() -> alice.reads(path), draft -> draft.status() == 200);
    }

    private static List<Long> waiting(Person author) {
        return author.reads(PATH + "?limit=40").ids();
    }

    private List<Long> awaitPostsOf(Person author, int count) {
        await().untilAsserted(() -> assertThat(postsOf(author)).hasSize(count));
        return postsOf(author);
    }

    private List<Long> postsOf(Person author) {
        return jdbc.sql("SELECT id FROM post WHERE author_id = :author AND source NOT LIKE 'Hello%' ORDER BY id")
                .param("author", author.id())
                .query((row, number) -> row.getLong(1))
                .list();
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

    private static String inHours(int hours) {
        return inMinutes(60 * hours);
    }

    private static String inMinutes(int minutes) {
        return Instant.now()
                .plus(Duration.ofMinutes(minutes))
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
