package io.microblog.post.trend;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashtags and posts that trend. */
@PostServiceTest
class TrendIntegrationTests {

    private static final String TAGS = "/api/v1/trends/tags";
    private static final String STATUSES = "/api/v1/trends/statuses";

    @Autowired
    private Town town;

    @Autowired
    private TrendRefresh trends;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc http;

    private Person alice;
    private List<Person> crowd;
    private String tag;

    @BeforeEach
    void people() {
        jdbc.sql("TRUNCATE trend_tag_use, trend_candidate").update();
        alice = town.newcomer("alice");
        crowd = IntStream.range(0, 6)
                .mapToObj(number -> town.newcomer("somebody"))
                .toList();
        tag = "trend" + alice.id();
    }

    @Test
    void aHashtagThatManyUseTrends() {
        use("Big" + tag, 0, 4);
        use("small" + tag, 0, 3);
        use("tiny" + tag, 0, 2);
        alice.follows("big" + tag);
        refresh();

        assertThat(tags(alice, TAGS)).containsExactly("Big" + tag, "small" + tag);
        assertThat(tags(alice, "/api/v1/trends")).isEqualTo(tags(alice, TAGS));
        JsonNode first = alice.reads(TAGS).body().path(0);
        assertThat(first.path("id").asString()).isEqualTo("big" + tag);
        assertThat(first.path("url").asString()).isEqualTo("http://localhost:8080/tags/big" + tag);
        assertThat(first.path("following").asBoolean()).isTrue();
        assertThat(alice.reads(TAGS).body().path(1).path("following").asBoolean(true))
                .isFalse();
        assertThat(first.path("history").size()).isEqualTo(7);
        assertThat(first.path("history").path(0).path("uses").asString()).isEqualTo("4");
        assertThat(first.path("history").path(0).path("accounts").asString()).isEqualTo("4");
        long today = LocalDate.now(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        assertThat(first.path("history").path(0).path("day").isString()).isTrue();
        assertThat(first.path("history").path(0).path("day").asString()).isEqualTo(Long.toString(today));
        assertThat(alice.readsSignedOut(TAGS).body().path(0).has("following")).isFalse();
    }

    @Test
    void aPersonAloneMakesNoTrend() {
        for (int i = 0; i < 30; i++) {
            alice.posts("Again and again #alone" + tag);
        }
        use("alone" + tag, 0, 1);
        use("together" + tag, 0, 3);
        crowd.getFirst().posts("Once more #together" + tag);
        refresh();

        assertThat(tags(alice, TAGS)).containsExactly("together" + tag);
    }

    @Test
    void newcomersWeighLittle() {
        crowd.subList(3, 6).forEach(this::isEstablished);
        crowd.subList(0, 3).forEach(person -> person.posts("#new" + tag + " #newer" + tag));
        crowd.subList(3, 6).forEach(person -> person.posts("#old" + tag));
        town.newcomer("another").posts("#new" + tag);
        refresh();

        assertThat(tags(alice, TAGS)).containsExactly("old" + tag, "new" + tag, "newer" + tag);
    }

    @Test
    void whatIsAlwaysUsedIsNoNews() {
        use("always" + tag, 0, 4);
        use("now" + tag, 0, 4);
        jdbc.sql("""
                INSERT INTO trend_tag_use (day, hashtag, account_id, post_id)
                SELECT day - ago, hashtag, account_id, post_id - ago * (86400000::bigint << 16)
                FROM trend_tag_use, generate_series(3, 6) AS ago WHERE hashtag = :hashtag
                """).param("hashtag", "always" + tag).update();
        // The uses of former days need posts to be of.
        jdbc.sql("""
                INSERT INTO post SELECT (jsonb_populate_record(p, jsonb_build_object('id', u.post_id))).*
                FROM trend_tag_use u JOIN post p ON p.id = (SELECT max(post_id) FROM trend_tag_use WHERE hashtag = :hashtag)
                WHERE u.hashtag = :hashtag AND u.day < current_date - 2
                """).param("hashtag", "always" + tag).update();
        refresh();

        assertThat(tags(alice, TAGS)).containsExactly("now" + tag, "always" + tag);
        jdbc.sql("DELETE FROM post WHERE id IN (SELECT post_id FROM trend_tag_use WHERE day < current_date - 2)")
                .update();
    }

    @Test
    void whoMayNotBeShownMakesNoTrend() {
        use("open" + tag, 0, 3);
        use("half" + tag, 0, 4);
        crowd.get(3).isSuspended();
        use("hidden" + tag, 0, 2);
        crowd.get(4).posts("#hidden" + tag, "unlisted");
        crowd.get(5).tries(Map.of("status", "#hidden" + tag, "sensitive", true));
        crowd.get(2).deletes(crowd.get(2).posts("#hidden" + tag));
        refresh();
        assertThat(tags(alice, TAGS)).containsExactlyInAnyOrder("open" + tag, "half" + tag);
        assertThat(score("open" + tag)).isEqualTo(score("half" + tag));

        jdbc.sql("UPDATE author SET discoverable = false WHERE id = :id")
                .param("id", crowd.getFirst().id())
                .update();
        refresh();
        assertThat(tags(alice, TAGS)).isEmpty();
    }

    @Test
    void anEditTakesAHashtagBack() {
        use("kept" + tag, 0, 3);
        long post = alice.posts("#kept" + tag + " #gone" + tag);
        use("gone" + tag, 0, 2);
        refresh();
        assertThat(tags(alice, TAGS)).containsExactlyInAnyOrder("kept" + tag, "gone" + tag);

        alice.edits(post, "Only #kept" + tag);
        refresh();

        assertThat(tags(alice, TAGS)).containsExactly("kept" + tag);
    }

    @Test
    void aPostThatManyLikeTrends() {
        long liked = alice.posts("Liked");
        long adored = town.newcomer("author").posts("Adored");
        long known = alice.posts("Known to two");
        react(liked, 0, 3);
        react(adored, 0, 4);
        react(known, 0, 2);
        alice.does("favourite", known);
        crowd.getFirst().boosts(known);
        refresh();

        assertThat(alice.reads(STATUSES).ids()).containsExactly(adored, liked);
        assertThat(alice.readsSignedOut(STATUSES).ids()).containsExactly(adored, liked);
        Reply first = alice.reads(STATUSES + "?limit=1");
        assertThat(first.ids()).containsExactly(adored);
        assertThat(first.link())
                .isEqualTo("<http://localhost:8080/api/v1/trends/statuses?limit=1&offset=1>; rel=\"next\"");
        assertThat(alice.reads(STATUSES + "?limit=1&offset=1").ids()).containsExactly(liked);
        assertThat(alice.reads(STATUSES + "?offset=2").ids()).isEmpty();
    }

    @Test
    void onlyWhatTheReaderMaySeeIsThere() {
        Person author = town.newcomer("author");
        long fine = alice.posts("Fine");
        long sensitive =
                author.tries(Map.of("status", "Delicate", "sensitive", true)).id();
        long warned = author.tries(Map.of("status", "Hello", "spoiler_text", "Careful"))
                .id();
        long quiet = author.posts("Quiet", "unlisted");
        long later = author.posts("Later");
        Stream.of(fine, sensitive, warned, quiet, later).forEach(post -> react(post, 0, 3));
        refresh();
        Person reader = crowd.get(4);
        assertThat(reader.reads(STATUSES).ids()).containsExactlyInAnyOrder(fine, later);

        town.mutes(reader, author, false);
        assertThat(reader.reads(STATUSES).ids()).containsExactly(fine);
        town.blocks(alice, reader);
        assertThat(reader.reads(STATUSES).ids()).isEmpty();
        Person other = crowd.get(5);
        author.edits(later, Map.of("status", "Later", "sensitive", true));
        assertThat(other.reads(STATUSES).ids()).containsExactly(fine);
        jdbc.sql("UPDATE author SET discoverable = false WHERE id = :id")
                .param("id", alice.id())
                .update();
        assertThat(other.reads(STATUSES).ids()).isEmpty();
    }

    @Test
    void whatIsGoneOrSuspendedIsNotThere() {
        long gone = alice.posts("Gone");
        Person author = town.newcomer("author");
        long suspended = author.posts("Suspended");
        react(gone, 0, 3);
        react(suspended, 0, 3);
        refresh();
        assertThat(crowd.getFirst().reads(STATUSES).ids()).hasSize(2);

        alice.deletes(gone);
        author.isSuspended();

        assertThat(crowd.getFirst().reads(STATUSES).ids()).isEmpty();
    }

    @Test
    void anAuthorHasThreePostsAtMost() {
        List<Long> posts =
                IntStream.range(0, 5).mapToObj(number -> alice.posts("Post")).toList();
        posts.forEach(post -> react(post, 0, 3));
        refresh();

        assertThat(crowd.getFirst().reads(STATUSES).ids()).hasSize(3);
    }

    @Test
    void theReadersLanguagesComeFirst() throws Exception {
        long german = alice.tries(Map.of("status", "Hallo", "language", "de")).id();
        long spanish = town.newcomer("author")
                .tries(Map.of("status", "Hola", "language", "es"))
                .id();
        react(german, 0, 4);
        react(spanish, 0, 3);
        IntStream.range(0, 4)
                .forEach(each -> crowd.get(each).tries(Map.of("status", "#hallo" + tag, "language", "de")));
        IntStream.range(0, 3).forEach(each -> crowd.get(each).tries(Map.of("status", "#hola" + tag, "language", "es")));
        refresh();
        Person reader = crowd.get(5);
        assertThat(reader.reads(STATUSES).ids()).containsExactly(german, spanish);

        reader.usuallyWritesIn("es");
        assertThat(reader.reads(STATUSES).ids()).containsExactly(spanish, german);
        assertThat(tags(reader, TAGS)).containsExactly("hola" + tag, "hallo" + tag);
        assertThat(firstFor("es-MX,en;q=0.5")).isEqualTo(spanish);
        assertThat(firstFor("de")).isEqualTo(german);
        assertThat(firstFor(";;;=,q")).isEqualTo(german);
        assertThat(firstFor("x".repeat(5_000))).isEqualTo(german);
    }

    @Test
    void requestsReadWhatOneRefreshFound() throws Exception {
        use(tag, 0, 3);
        react(alice.posts("Hello"), 0, 3);
        refresh();
        alice.reads(TAGS);

        assertThat(StatementCounter.during(() -> alice.readsSignedOut(TAGS))).isOne();
        jdbc.sql("DELETE FROM trend_tag_use").update();
        trends.refreshWhenDue();
        assertThat(tags(alice, TAGS)).containsExactly(tag);
    }

    @Test
    void whatIsOldIsForgotten() {
        use(tag, 0, 3);
        town.settle();
        jdbc.sql("UPDATE trend_tag_use SET day = day - 9").update();
        refresh();

        assertThat(town.count("SELECT count(*) FROM trend_tag_use")).isZero();
        assertThat(tags(alice, TAGS)).isEmpty();
    }

    @Test
    void noLinksTrend() {
        assertThat(alice.readsSignedOut("/api/v1/trends/links").body().size()).isZero();
        assertThat(alice.reads("/api/v1/trends/links").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {TAGS, STATUSES, "/api/v1/trends"})
    void refusesWhatItCannotRead(String path) {
        assertThat(alice.reads(path + "?limit=-1").status()).isEqualTo(400);
        assertThat(alice.reads(path + "?offset=-1").status()).isEqualTo(400);
        assertThat(alice.reads(path + "?offset=many").status()).isEqualTo(400);
        assertThat(alice.reads(path + "?offset=2147483647&limit=2147483647").status())
                .isEqualTo(200);
        String writer = TestTokens.forAccount(alice.id(), "write");
        assertThat(alice.readsWith(writer, path).status()).isEqualTo(403);
    }

    private void use(String hashtag, int from, int to) {
        crowd.subList(from, to).forEach(person -> person.posts("#" + hashtag));
    }

    private void react(long post, int from, int to) {
        crowd.subList(from, to).forEach(person -> person.does("favourite", post));
    }

    private void isEstablished(Person person) {
        jdbc.sql("UPDATE author SET created_at = now() - interval '1 year' WHERE id = :id")
                .param("id", person.id())
                .update();
    }

    private void refresh() {
        town.settle();
        jdbc.sql("UPDATE trend_refresh SET due_at = now()").update();
        // Where the scheduled one has just begun, this waits for it.
        trends.refreshWhenDue();
    }

    private double score(String hashtag) {
        return jdbc.sql("SELECT round(CAST(score AS numeric), 4) FROM trend_tag WHERE hashtag = :hashtag")
                .param("hashtag", hashtag)
                .query(Double.class)
                .single();
    }

    private long firstFor(String languages) throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.get(STATUSES).header("Accept-Language", languages))
                .andReturn()
                .getResponse();
        assertThat(answer.getHeader("Vary")).contains("Accept-Language");
        return JsonMapper.shared()
                .readTree(answer.getContentAsByteArray())
                .path(0)
                .path("id")
                .asLong();
    }

    private List<String> tags(Person reader, String path) {
        return reader.reads(path + "?limit=20")
                .body()
                .valueStream()
                .map(each -> each.path("name").asString())
                .filter(name -> name.endsWith(tag))
                .toList();
    }
}
