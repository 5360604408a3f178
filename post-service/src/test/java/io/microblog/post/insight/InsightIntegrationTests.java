package io.microblog.post.insight;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.event.Event;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.post.home.Upkeep;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What authors learn of their posts and followers. */
@PostServiceTest
class InsightIntegrationTests {

    private static final String PROFILE = "/api/v1/insights/profile";
    private static final String POSTS = "/api/v1/insights/posts";

    @Autowired
    private Town town;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private Openings openings;

    @Autowired
    private MockMvc http;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob").follows(alice);
        carol = town.newcomer("carol").follows(alice, bob);
    }

    @Test
    void countsWhatOthersMakeOfAPost() {
        long post = alice.posts("Hello");
        bob.does("favourite", post);
        carol.does("favourite", post);
        carol.does("unfavourite", post);
        carol.answers(post, "An answer");
        bob.answers(post, "Quietly", "private");
        alice.answers(post, "More of mine");

        assertNumbers(insight(post).path("totals"), 2, 0, 1, 0, 1);
    }

    @Test
    void aHomeThatHasAPostIsNotReachedAgainByABoost() {
        Person dave = town.newcomer("dave").follows(bob, carol);
        alice.follows(bob);
        long post = alice.posts("Hello");
        town.settle();

        bob.boosts(post);
        carol.boosts(post);

        assertNumbers(insight(post).path("totals"), 3, 0, 0, 2, 0);
        assertThat(dave.home()).hasSize(1);
    }

    @Test
    void whatALargeAuthorPublishesReachesAllFollowers() {
        List<Person> crowd =
                IntStream.range(0, 10).mapToObj(number -> town.newcomer("fan")).toList();
        town.happens(crowd.stream().map(fan -> town.follow(fan, alice)).toArray(Event[]::new));
        town.settle();

        long post = alice.posts("Hello");

        assertNumbers(insight(post).path("totals"), 12, 0, 0, 0, 0);
        assertThat(town.count("SELECT count(*) FROM home_timeline WHERE post_id = " + post))
                .isOne();
    }

    @Test
    void opensAreCountedAndWhoOpensIsNotKept() {
        long post = alice.posts("Hello");
        long boost = bob.boosts(post);
        String path = "/api/v1/statuses/" + post;
        openings.count();
        carol.reads(path);
        carol.reads(path + "/context");
        carol.reads("/api/v1/statuses/" + boost);
        bob.reads(path + "/context");
        alice.reads(path);
        carol.readsSignedOut(path);
        openings.count();

        // The scheduled count may come between, and then counts somebody twice.
        assertThat(insight(post).path("totals").path("opens_count").asLong()).isBetween(2L, 4L);
        assertThat(town.count("SELECT count(*) FROM information_schema.columns WHERE table_name IN"
                        + " ('post_reach', 'insight_post', 'insight_post_time', 'insight_author_time')"
                        + " AND (column_name LIKE '%reader%' OR column_name LIKE '%account%')"))
                .isZero();
    }

    @Test
    void anOpeningCostsTheReaderNoStatement() throws Exception {
        long post = alice.posts("Hello");
        openings.count();
        String path = "/api/v1/statuses/" + post;
        carol.reads(path);

        assertThat(StatementCounter.during(() -> carol.reads(path)))
                .isEqualTo(StatementCounter.during(() -> carol.readsSignedOut(path)));
    }

    @Test
    void whatIsGoneCountsNoMore() {
        long kept = alice.posts("Kept");
        long answer = carol.answers(kept, "An answer");
        long gone = alice.posts("Gone");
        bob.does("favourite", gone);
        bob.does("favourite", kept);
        carol.answers(gone, "Another");
        assertNumbers(profile("").path("totals"), 4, 0, 2, 0, 2);

        carol.deletes(answer);
        alice.deletes(gone);

        JsonNode totals = profile("").path("totals");
        assertNumbers(totals, 2, 0, 1, 0, 0);
        assertThat(totals.path("statuses_count").asLong()).isOne();
        assertThat(alice.reads(POSTS + "/" + gone).status()).isEqualTo(404);
        assertThat(town.count("SELECT count(*) FROM post_reach WHERE post_id = " + gone))
                .isZero();
    }

    @Test
    void followersComeAndGo() {
        carol.unfollows(alice);
        carol.follows(alice);
        town.blocks(carol, town.newcomer("eve"));

        JsonNode totals = profile("").path("totals");

        assertThat(totals.path("followers_gained").asLong()).isEqualTo(3);
        assertThat(totals.path("followers_lost").asLong()).isOne();
    }

    @Test
    void daysAreThoseOfTheAskedZone() {
        alice.posts("Hello");

        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "UTC")) {
            LocalDate today = LocalDate.now(ZoneId.of(zone));
            JsonNode profile = profile("?time_zone=" + zone);
            assertThat(profile.path("time_zone").asString()).isEqualTo(zone);
            assertThat(profile.path("buckets").size()).isEqualTo(28);
            JsonNode last = profile.path("buckets").path(27);
            assertThat(last.path("date").asString()).isEqualTo(today.toString());
            assertThat(last.path("statuses_count").asLong()).isOne();
            int hour = LocalTime.now(ZoneId.of(zone)).getHour();
            assertThat(profile.path("hours").path(hour).path("statuses_count").asLong()
                            + profile.path("hours")
                                    .path((hour + 23) % 24)
                                    .path("statuses_count")
                                    .asLong())
                    .isOne();
        }
    }

    @Test
    void weeksBeginOnMonday() {
        alice.posts("Hello");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        JsonNode weeks = profile("?by=week&from=" + today.minusDays(20)).path("buckets");

        assertThat(weeks.size()).isBetween(3, 4);
        JsonNode last = weeks.path(weeks.size() - 1);
        assertThat(last.path("date").asString()).isEqualTo(monday.toString());
        assertThat(last.path("statuses_count").asLong()).isOne();
        JsonNode before = profile("?from=%s&to=%s".formatted(today.minusDays(9), today.minusDays(3)));
        assertThat(before.path("totals").path("statuses_count").asLong()).isZero();
    }

    @Test
    void theBestPostsComeFirst() {
        long quiet = alice.tries(Map.of("status", "Quiet", "language", "en")).id();
        long liked = alice.tries(Map.of("status", "Beliebt", "language", "de")).id();
        bob.does("favourite", liked);
        carol.does("favourite", liked);
        long answered = alice.tries(Map.of("status", "Asked", "language", "en")).id();
        bob.answers(answered, "Yes");

        town.settle();

        assertThat(ranked("")).containsExactly(liked, answered, quiet);
        assertThat(ranked("?sort=replies")).containsExactly(answered, liked, quiet);
        assertThat(ranked("?limit=1")).containsExactly(liked);
        assertThat(ranked("?to=" + LocalDate.now(ZoneOffset.UTC).minusDays(2))).isEmpty();
        JsonNode languages = profile("").path("languages");
        assertThat(languages.size()).isEqualTo(2);
        assertThat(languages.path(0).path("language").asString()).isEqualTo("en");
        assertThat(languages.path(0).path("statuses_count").asLong()).isEqualTo(2);
        assertThat(languages.path(1).path("favourites_count").asLong()).isEqualTo(2);
    }

    @Test
    void aPostInAnotherLanguageIsCountedThere() {
        long post = alice.tries(Map.of("status", "Hello", "language", "en")).id();
        alice.edits(post, Map.of("status", "Hallo", "language", "de"));

        JsonNode languages = profile("").path("languages");

        assertThat(languages.size()).isOne();
        assertThat(languages.path(0).path("language").asString()).isEqualTo("de");
    }

    @Test
    void nobodyElseReadsThem() {
        long post = alice.posts("Hello");
        long direct = alice.posts("Only @" + bob.name(), "direct");
        town.settle();

        assertThat(bob.reads(POSTS + "/" + post).status()).isEqualTo(404);
        assertThat(bob.reads(POSTS + "/" + bob.boosts(post)).status()).isEqualTo(404);
        assertThat(alice.reads(POSTS + "/" + direct).status()).isEqualTo(404);
        assertThat(alice.reads(POSTS + "/1").status()).isEqualTo(404);
        assertThat(bob.reads(POSTS).body().size()).isZero();
        assertNumbers(bob.reads(PROFILE).body().path("totals"), 0, 0, 0, 0, 0);
        for (String path : List.of(PROFILE, PROFILE + ".csv", POSTS, POSTS + ".csv", POSTS + "/" + post)) {
            assertThat(alice.readsSignedOut(path).status()).as(path).isEqualTo(401);
            assertThat(alice.readsWith(TestTokens.forAccount(alice.id(), "write", "read:accounts"), path)
                            .status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(alice.readsWith(TestTokens.forApp("app", "read"), path).status())
                    .as(path)
                    .isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time_zone=Mars/Olympus",
                "time_zone=%2B02:00",
                "from=2026-02-02&to=2026-02-01",
                "from=2024-01-01&to=2025-01-01",
                "from=1066-10-14&to=1066-10-15",
                "from=2999-12-31&to=9999-12-31"
            })
    void refusesDaysThatAreNone(String query) {
        for (String path : List.of(PROFILE, PROFILE + ".csv", POSTS, POSTS + ".csv", POSTS + "/" + alice.posts("Hi"))) {
            assertThat(alice.reads(path + "?" + query).status()).as(path).isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-02-31", "by=year", "from=%2B999999999-12-31"})
    void doesNotUnderstandOtherWords(String query) {
        assertThat(alice.reads(PROFILE + "?" + query).status()).isIn(400, 422);
        assertThat(alice.reads(POSTS + "?sort=luck").status()).isEqualTo(400);
        assertThat(alice.reads(POSTS + "?limit=-1").status()).isEqualTo(400);
    }

    @Test
    void aYearMayBeAsked() {
        assertThat(profile("?from=2024-01-01&to=2024-12-31").path("buckets").size())
                .isEqualTo(366);
    }

    @Test
    void tablesAreDownloadedAndComputeNothing() throws Exception {
        long post = alice.posts("=1+1 \"quoted\", and more");
        bob.does("favourite", post);
        settle();

        var table = http.perform(MockMvcRequestBuilders.get(POSTS + ".csv")
                        .header("Authorization", "Bearer " + TestTokens.forAccount(alice.id())))
                .andReturn()
                .getResponse();

        assertThat(table.getStatus()).isEqualTo(200);
        assertThat(table.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"posts.csv\"");
        assertThat(table.getHeader("Cache-Control")).isEqualTo("no-store");
        List<String> lines =
                table.getContentAsString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("\uFEFFid,published,url,language,text,homes,opens,favourites,boosts,replies");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith(post + ",").contains("\"'=1+1 ").endsWith(",2,0,1,0,0");

        var profile = http.perform(MockMvcRequestBuilders.get(PROFILE + ".csv?by=week")
                        .header("Authorization", "Bearer " + TestTokens.forAccount(alice.id())))
                .andReturn()
                .getResponse();
        assertThat(profile.getContentAsString(StandardCharsets.UTF_8).lines().toList())
                .first()
                .isEqualTo("\uFEFFdate,statuses,homes,opens,favourites,boosts,replies,followers_gained,followers_lost");
    }

    private JsonNode insight(long post) {
        settle();
        Reply reply = alice.reads(POSTS + "/" + post);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.body().path("status").path("id").asLong()).isEqualTo(post);
        return reply.body();
    }

    private JsonNode profile(String query) {
        settle();
        Reply reply = alice.reads(PROFILE + query);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private void settle() {
        town.settle();
        upkeep.counts();
        town.settle();
    }

    private List<Long> ranked(String query) {
        return alice.reads(POSTS + query)
                .body()
                .valueStream()
                .map(post -> post.path("status").path("id").asLong())
                .toList();
    }

    private static void assertNumbers(
            JsonNode numbers, long homes, long opens, long favourites, long boosts, long replies) {
        assertThat(List.of(
                        numbers.path("homes_count").asLong(),
                        numbers.path("opens_count").asLong(),
                        numbers.path("favourites_count").asLong(),
                        numbers.path("reblogs_count").asLong(),
                        numbers.path("replies_count").asLong()))
                .containsExactly(homes, opens, favourites, boosts, replies);
    }
}
