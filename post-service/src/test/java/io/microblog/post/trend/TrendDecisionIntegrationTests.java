package io.microblog.post.trend;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.microblog.event.PostModerationEvent;
import io.microblog.kit.security.Permission;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import io.microblog.post.status.Reader;
import io.microblog.post.tag.TagResponse;
import io.microblog.post.trend.Trends.Part;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What moderators decide about hashtags and posts that trend. */
@PostServiceTest
class TrendDecisionIntegrationTests {

    private static final String TAGS = "/api/v1/admin/tags";
    private static final String TRENDS = "/api/v1/admin/trends";
    private static final Part ALL = new Part(0, 40);

    @Autowired
    private Town town;

    @Autowired
    private TrendRefresh refresh;

    @Autowired
    private Trends trends;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BaseUrl base;

    private Person alice;
    private List<Person> crowd;
    private String moderator;
    private String tag;

    @BeforeEach
    void people() {
        jdbc.sql("TRUNCATE trend_tag_use, trend_candidate").update();
        alice = town.newcomer("alice");
        crowd = IntStream.range(0, 3)
                .mapToObj(number -> town.newcomer("somebody"))
                .toList();
        moderator = token(Permission.MANAGE_TAXONOMIES);
        tag = "decided" + alice.id();
    }

    @Test
    void aRejectedHashtagTrendsNoMore() {
        crowd.forEach(person -> person.posts("#" + tag));
        refresh();
        assertThat(trending(trends)).contains(tag);

        JsonNode rejected = does(HttpMethod.POST, TRENDS + "/tags/" + tag + "/reject", Map.of());
        assertThat(rejected.path("trendable").asBoolean(true)).isFalse();
        assertThat(rejected.path("requires_review").asBoolean(true)).isFalse();
        assertThat(trending(trends)).doesNotContain(tag);
        refresh();
        assertThat(trending(trends)).doesNotContain(tag);
        assertThat(reads(TRENDS + "/tags?limit=20").body().valueStream())
                .anyMatch(each -> each.path("id").asString().equals(tag)
                        && each.path("history").path(0).path("uses").asString().equals("3"));

        does(HttpMethod.POST, TRENDS + "/tags/" + tag + "/approve", Map.of());
        assertThat(trending(trends)).contains(tag);
        assertTold("HashtagDecided", tag, 2);
    }

    @Test
    void whatIsNotListedOrUsableDoesNotTrend() {
        crowd.forEach(person -> person.posts("#" + tag));
        refresh();
        does(HttpMethod.PUT, TAGS + "/" + tag, Map.of("listable", false));
        assertThat(trending(trends)).doesNotContain(tag);

        JsonNode now = does(HttpMethod.PUT, TAGS + "/" + tag, Map.of("listable", true, "usable", false));
        assertThat(now.path("listable").asBoolean()).isTrue();
        assertThat(now.path("trendable").asBoolean()).isTrue();
        assertThat(trending(trends)).doesNotContain(tag);
    }

    @Test
    void tellsSearchWhatIsNotListed() {
        String path = "/internal/hashtags/unlisted";
        does(HttpMethod.PUT, TAGS + "/" + tag, Map.of("listable", false));
        List<String> asked = List.of(tag, "other" + tag);

        assertThat(alice.asksThrough("search-service", path, asked).body().toString())
                .isEqualTo("[\"%s\"]".formatted(tag));
        assertThat(alice.asksThrough("search-service", path, Collections.nCopies(101, tag))
                        .status())
                .isEqualTo(400);
        assertThat(alice.asksThroughService(path, asked).status()).isEqualTo(403);
    }

    @Test
    void refusesHashtagsThatAreNotUsable() {
        long post = alice.posts("Before");
        does(HttpMethod.PUT, TAGS + "/" + tag, Map.of("usable", false));

        Reply refused = alice.tries(Map.of("status", "#fine #" + tag.toUpperCase(Locale.ROOT)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("error")).endsWith("does not allow: #" + tag);
        assertThat(refused.text("type")).isEqualTo("urn:microblog:problem:hashtag-not-allowed");
        assertThat(alice.edits(post, "Now #" + tag).status()).isEqualTo(422);
        assertThat(alice.tries(Map.of("status", tag + " without the sign")).status())
                .isEqualTo(200);
    }

    @Test
    void aHashtagIsWrittenAsDecided() {
        alice.posts("#" + tag);
        JsonNode before = reads(TAGS + "/" + tag).body();
        assertThat(before.path("name").asString()).isEqualTo(tag);
        assertThat(before.path("requires_review").asBoolean()).isTrue();

        String name = "Decided" + alice.id();
        assertThat(does(HttpMethod.PUT, TAGS + "/" + tag, Map.of("display_name", name))
                        .path("name")
                        .asString())
                .isEqualTo(name);
        assertThat(alice.reads("/api/v1/tags/" + tag).text("name")).isEqualTo(name);
        Reply other = sends(HttpMethod.PUT, TAGS + "/" + tag, Map.of("display_name", "else"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("details").has("display_name")).isTrue();
        assertThat(reads(TAGS + "/7").status()).isEqualTo(404);
    }

    @Test
    void listsHashtagsInParts() {
        alice.posts("#" + tag + "a #" + tag + "b");
        alice.posts("#" + tag + "b");
        does(HttpMethod.PUT, TAGS + "/" + tag + "c", Map.of("usable", false));
        Reply first = reads(TAGS + "?limit=2&max_id=" + tag + "d");
        assertThat(names(first)).containsExactly(tag + "c", tag + "b");
        assertThat(first.link())
                .isEqualTo("<http://localhost:8080%1$s?limit=2&max_id=%2$sb>; rel=\"next\", ".formatted(TAGS, tag)
                        + "<http://localhost:8080%1$s?limit=2&min_id=%2$sc>; rel=\"prev\"".formatted(TAGS, tag));

        assertThat(names(reads(TAGS + "?limit=1&max_id=" + tag + "b"))).containsExactly(tag + "a");
        assertThat(names(reads(TAGS + "?limit=2&min_id=" + tag))).containsExactly(tag + "b", tag + "a");
        assertThat(names(reads(TAGS + "?since_id=" + tag + "a&max_id=" + tag + "d")))
                .containsExactly(tag + "c", tag + "b");
        assertThat(names(reads(TAGS + "?min_id=" + tag + "c&max_id=" + tag + "d")))
                .isEmpty();
        assertThat(reads(TAGS).body().size()).isPositive();
        assertThat(reads(TAGS + "?limit=-1").status()).isEqualTo(400);
        assertThat(reads(TAGS + "?max_id=7").status()).isEqualTo(400);
    }

    @Test
    void aRejectedPostTrendsNoMore() {
        long post = alice.posts("Liked");
        crowd.forEach(person -> person.does("favourite", post));
        refresh();
        assertThat(trends.posts(Reader.NOBODY, Set.of(), ALL)).contains(post);

        JsonNode rejected = does(HttpMethod.POST, TRENDS + "/statuses/" + post + "/reject", Map.of());
        assertThat(rejected.path("content").asString()).contains("Liked");
        assertThat(rejected.path("trendable").asBoolean(true)).isFalse();
        assertThat(trends.posts(Reader.NOBODY, Set.of(), ALL)).doesNotContain(post);
        assertThat(reads(TRENDS + "/statuses").ids()).contains(post);

        does(HttpMethod.POST, TRENDS + "/statuses/" + post + "/approve", Map.of());
        assertThat(trends.posts(Reader.NOBODY, Set.of(), ALL)).contains(post);
        assertTold("TrendDecided", Long.toString(post), 2);
        alice.deletes(post);
        town.settle();
        assertThat(jdbc.sql("SELECT count(*) FROM trend_decision WHERE post_id = :post")
                        .param("post", post)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyPublicPostsAreDecidedAbout() {
        long quiet = alice.posts("Quiet", "unlisted");

        assertThat(sends(HttpMethod.POST, TRENDS + "/statuses/" + quiet + "/approve", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(reads(TRENDS + "/links").body().size()).isZero();
    }

    @Test
    void withReviewOnlyTheApprovedTrend() {
        long approved = alice.posts("Approved");
        long undecided = alice.posts("Undecided");
        crowd.forEach(person -> {
            person.posts("#yes" + tag + " #maybe" + tag);
            person.does("favourite", approved);
            person.does("favourite", undecided);
        });
        refresh();
        does(HttpMethod.POST, TRENDS + "/tags/yes" + tag + "/approve", Map.of());
        does(HttpMethod.POST, TRENDS + "/statuses/" + approved + "/approve", Map.of());
        var properties = new TrendProperties(Duration.ofMinutes(5), 3, Duration.ofHours(12), Duration.ofDays(7), true);
        var reviewed = new Trends(jdbc, properties, base);

        assertThat(trending(reviewed)).contains("yes" + tag).doesNotContain("maybe" + tag);
        assertThat(reviewed.posts(Reader.NOBODY, Set.of(), ALL))
                .contains(approved)
                .doesNotContain(undecided);
    }

    @Test
    void letsNobodyElseDecide() {
        String other = token(Permission.MANAGE_REPORTS);
        assertThat(alice.readsWith(other, TAGS).status()).isEqualTo(403);
        assertThat(alice.readsWith(other, TRENDS + "/tags").status()).isEqualTo(403);
        assertThat(alice.sendsWith(other, HttpMethod.PUT, TAGS + "/" + tag, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(alice.reads(TAGS).status()).isEqualTo(403);
    }

    private void refresh() {
        town.settle();
        jdbc.sql("UPDATE trend_refresh SET due_at = now()").update();
        refresh.refreshWhenDue();
    }

    private static List<String> trending(Trends trends) {
        return trends.tags(Reader.NOBODY, Set.of(), ALL).stream()
                .map(TagResponse::id)
                .toList();
    }

    private List<String> names(Reply reply) {
        return reply.body()
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private void assertTold(String type, String key, int times) {
        await().untilAsserted(() -> assertThat(
                        town.keys(PostModerationEvent.TOPIC, type).stream().filter(key::equals))
                .hasSize(times));
    }

    private JsonNode does(HttpMethod method, String path, Map<String, ?> body) {
        Reply reply = sends(method, path, body);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.body();
    }

    private Reply sends(HttpMethod method, String path, Map<String, ?> body) {
        return alice.sendsWith(moderator, method, path, body);
    }

    private Reply reads(String path) {
        return alice.readsWith(moderator, path);
    }

    private String token(Permission permission) {
        return TestTokens.with(claims -> claims.subject(Long.toString(alice.id()))
                .claim("scope", "read write admin:read admin:write")
                .claim("permissions", Permission.sum(permission)));
    }
}
