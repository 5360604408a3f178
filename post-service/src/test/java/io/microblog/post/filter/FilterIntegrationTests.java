package io.microblog.post.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Filters and what posts say of them. */
@PostServiceTest
class FilterIntegrationTests {

    private static final String FILTERS = "/api/v2/filters";

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    private Person reader;
    private Person author;
    private Person stranger;

    @BeforeEach
    void people() {
        author = town.newcomer("author");
        stranger = town.newcomer("stranger");
        reader = town.newcomer("reader").follows(author);
    }

    @Test
    void isMadeChangedAndDeleted() {
        Reply made = reader.sends(
                HttpMethod.POST,
                FILTERS,
                Map.of(
                        "title",
                        " Rain ",
                        "context",
                        List.of("home", "public", "home"),
                        "filter_action",
                        "hide",
                        "expires_in",
                        3600,
                        "keywords_attributes",
                        List.of(Map.of("keyword", "rain"), Map.of("keyword", "wet", "whole_word", false))));
        assertThat(made.keys())
                .containsExactlyInAnyOrder(
                        "id", "title", "context", "expires_at", "filter_action", "keywords", "statuses");
        assertThat(made.text("title")).isEqualTo("Rain");
        assertThat(texts(made.body().path("context"))).containsExactly("home", "public");
        assertThat(made.text("filter_action")).isEqualTo("hide");
        assertThat(made.text("expires_at")).endsWith("Z");
        JsonNode keywords = made.body().path("keywords");
        assertThat(keywords).hasSize(2);
        assertThat(keywords.path(0).path("whole_word").asBoolean()).isTrue();
        assertThat(keywords.path(1).path("whole_word").asBoolean()).isFalse();

        String path = FILTERS + "/" + made.id();
        Reply changed = reader.sends(
                HttpMethod.PUT,
                path,
                Map.of(
                        "expires_in",
                        "",
                        "keywords_attributes",
                        List.of(
                                Map.of("id", keywords.path(0).path("id").asString(), "_destroy", true),
                                Map.of("id", keywords.path(1).path("id").asString(), "keyword", "damp"),
                                Map.of("keyword", "fog"))));
        assertThat(changed.text("title")).isEqualTo("Rain");
        assertThat(changed.body().path("expires_at").isNull()).isTrue();
        assertThat(texts(changed.body().path("keywords"), "keyword")).containsExactly("damp", "fog");
        assertThat(reader.reads(path).body()).isEqualTo(changed.body());
        assertThat(reader.reads(FILTERS).ids()).containsExactly(made.id());

        assertThat(reader.deletes(path).status()).isEqualTo(200);
        assertThat(reader.reads(path).status()).isEqualTo(404);
        assertThat(reader.deletes(path).status()).isEqualTo(404);
    }

    @Test
    void keepsKeywordsOneByOne() {
        String path = FILTERS + "/" + aFilter("rain").id();
        Reply added = reader.sends(HttpMethod.POST, path + "/keywords", Map.of("keyword", "fog", "whole_word", false));
        assertThat(added.keys()).containsExactlyInAnyOrder("id", "keyword", "whole_word");
        String keyword = FILTERS + "/keywords/" + added.id();
        assertThat(reader.reads(keyword).body()).isEqualTo(added.body());
        assertThat(reader.sends(HttpMethod.PUT, keyword, Map.of("keyword", "mist"))
                        .text("keyword"))
                .isEqualTo("mist");
        assertThat(reader.reads(keyword).body().path("whole_word").asBoolean()).isFalse();
        assertThat(texts(reader.reads(path + "/keywords").body(), "keyword")).containsExactly("rain", "mist");
        assertThat(reader.deletes(keyword).status()).isEqualTo(200);
        assertThat(reader.reads(keyword).status()).isEqualTo(404);
        assertThat(texts(reader.reads(path + "/keywords").body(), "keyword")).containsExactly("rain");
    }

    @Test
    void matchesSinglePosts() {
        long post = author.posts("Nothing to find");
        long filter = aFilter("rain").id();
        String path = FILTERS + "/" + filter + "/statuses";
        Reply added = reader.sends(HttpMethod.POST, path, Map.of("status_id", Long.toString(post)));
        assertThat(added.keys()).containsExactlyInAnyOrder("id", "status_id");
        assertThat(reader.sends(HttpMethod.POST, path, Map.of("status_id", Long.toString(post)))
                        .status())
                .isEqualTo(422);
        JsonNode result = filtered(post).path(0);
        assertThat(texts(result.path("status_matches"))).containsExactly(Long.toString(post));
        assertThat(result.path("keyword_matches").isNull()).isTrue();

        String entry = FILTERS + "/statuses/" + added.id();
        assertThat(reader.reads(entry).body()).isEqualTo(added.body());
        assertThat(reader.reads(path).ids()).containsExactly(added.id());
        assertThat(reader.deletes(entry).body()).isEqualTo(added.body());
        assertThat(reader.reads(entry).status()).isEqualTo(404);
        assertThat(filtered(post)).isEmpty();

        assertThat(reader.sends(HttpMethod.POST, path, Map.of()).status()).isEqualTo(422);
        long hidden = stranger.posts("Not for all", "private");
        assertThat(reader.sends(HttpMethod.POST, path, Map.of("status_id", Long.toString(hidden)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void postsTellWhichFiltersMatchAndWhy() {
        long post = author.posts("It will **rain** on #Monday, a [link](https://example.org/fog)");
        Reply filter = aFilter("rain", "monday", "snow");
        aFilter("sunshine");

        JsonNode results = filtered(post);
        assertThat(results).hasSize(1);
        JsonNode result = results.path(0);
        assertThat(result.path("filter").propertyNames())
                .containsExactlyInAnyOrder("id", "title", "context", "expires_at", "filter_action");
        assertThat(result.path("filter").path("id").asString()).isEqualTo(filter.text("id"));
        assertThat(texts(result.path("keyword_matches"))).containsExactly("rain", "monday");
        assertThat(result.path("status_matches").isNull()).isTrue();
    }

    @Test
    void looksAtAllThatAPostSays() {
        aFilter("rain");
        long warned = posts(Map.of("status", "Look", "spoiler_text", "Rain inside"));
        long asked = posts(
                Map.of("status", "What now?", "poll", Map.of("options", List.of("Rain", "Sun"), "expires_in", 3600)));
        long dry = author.posts("Sun");

        assertThat(filtered(warned)).hasSize(1);
        assertThat(filtered(asked)).hasSize(1);
        assertThat(filtered(dry)).isEmpty();
    }

    @Test
    void isToldWhereverPostsAreRead() {
        long post = author.posts("Rain #weather");
        long answer = stranger.answers(post, "Rain again");
        long boost = stranger.boosts(post);
        aFilter("rain");

        for (String timeline : List.of(
                "/api/v1/timelines/home",
                "/api/v1/timelines/public",
                "/api/v1/timelines/tag/weather",
                "/api/v1/accounts/" + author.id() + "/statuses")) {
            JsonNode shown = reader.reads(timeline).body().path(0);
            assertThat(shown.path("filtered")).as(timeline).hasSize(1);
        }
        JsonNode context =
                reader.reads("/api/v1/statuses/" + post + "/context").body().path("descendants");
        assertThat(context.path(0).path("id").asString()).isEqualTo(Long.toString(answer));
        assertThat(context.path(0).path("filtered")).hasSize(1);
        JsonNode boosted = reader.reads("/api/v1/statuses/" + boost).body();
        assertThat(boosted.path("filtered")).hasSize(1);
        assertThat(boosted.path("reblog").path("filtered")).hasSize(1);
    }

    @Test
    void concernsItsOwnerAloneAndNobodysOwnPosts() {
        long post = author.posts("Rain");
        long own = reader.posts("Rain");
        aFilter("rain");

        assertThat(filtered(post)).hasSize(1);
        assertThat(filtered(own)).isEmpty();
        assertThat(stranger.reads("/api/v1/statuses/" + post).body().path("filtered"))
                .isEmpty();
        assertThat(stranger.readsSignedOut("/api/v1/statuses/" + post).keys()).doesNotContain("filtered");
    }

    @Test
    void costsOneQueryAPageWhateverIsOnIt() throws Exception {
        author.posts("Rain");
        town.settle();
        int without = StatementCounter.during(() -> reader.reads("/api/v1/timelines/home"));
        aFilter("rain", "fog");
        aFilter("snow");
        assertThat(StatementCounter.during(() -> reader.reads("/api/v1/timelines/home")))
                .isEqualTo(without + 1);
        IntStream.range(0, 5).forEach(i -> author.posts("Rain " + i));
        town.settle();
        assertThat(StatementCounter.during(() -> reader.reads("/api/v1/timelines/home")))
                .isEqualTo(without + 1);
    }

    @Test
    void stopsAtItsTime() {
        long post = author.posts("Rain");
        Reply filter = aFilter("rain");
        assertThat(filtered(post)).hasSize(1);
        jdbc.sql("UPDATE filter SET expires_at = now() WHERE id = :id")
                .param("id", filter.id())
                .update();

        assertThat(filtered(post)).isEmpty();
        assertThat(reader.reads(FILTERS).ids()).containsExactly(filter.id());
    }

    @Test
    void isForNobodyElse() {
        long post = author.posts("Rain");
        Reply filter = aFilter("rain");
        String path = FILTERS + "/" + filter.id();
        String keyword = FILTERS + "/keywords/"
                + filter.body().path("keywords").path(0).path("id").asString();
        String entry = FILTERS + "/statuses/"
                + reader.sends(HttpMethod.POST, path + "/statuses", Map.of("status_id", Long.toString(post)))
                        .id();
        String old = keyword.replace("/v2/filters/keywords/", "/v1/filters/");
        long others =
                stranger.sends(HttpMethod.POST, FILTERS, filter("x", List.of())).id();

        assertThat(List.of(path, path + "/keywords", path + "/statuses", keyword, entry, old))
                .allSatisfy(each -> assertThat(stranger.reads(each).status()).isEqualTo(404));
        assertThat(List.of(path, keyword, entry, old))
                .allSatisfy(each -> assertThat(stranger.deletes(each).status()).isEqualTo(404));
        assertThat(List.of(path, keyword, old))
                .allSatisfy(each -> assertThat(stranger.sends(HttpMethod.PUT, each, Map.of("phrase", "y", "title", "y"))
                                .status())
                        .isEqualTo(404));
        assertThat(stranger.sends(HttpMethod.POST, path + "/keywords", Map.of("keyword", "y"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.sends(HttpMethod.POST, path + "/statuses", Map.of("status_id", Long.toString(post)))
                        .status())
                .isEqualTo(404);
        Map<String, ?> theft = Map.of(
                "title",
                "Mine",
                "keywords_attributes",
                List.of(Map.of("id", keyword.substring(keyword.lastIndexOf('/') + 1), "_destroy", true)));
        assertThat(stranger.sends(HttpMethod.PUT, FILTERS + "/" + others, theft).status())
                .isEqualTo(404);
        assertThat(stranger.reads(FILTERS + "/" + others).text("title")).isEqualTo("x");
        assertThat(reader.reads(keyword).status()).isEqualTo(200);
        assertThat(stranger.readsSignedOut(FILTERS).status()).isEqualTo(401);
    }

    @Test
    void refusesWhatItCannotBe() {
        assertThat(tries(Map.of("context", List.of("home"))).text("error"))
                .isEqualTo("Validation failed: Title can't be blank");
        assertThat(tries(Map.of("title", "x")).text("error")).isEqualTo("Validation failed: Context can't be blank");
        assertThat(tries(with("context", List.of("work"))).text("error")).contains("Context");
        assertThat(tries(with("filter_action", "explode")).text("error")).contains("Filter action");
        assertThat(tries(with("title", "x".repeat(513))).status()).isEqualTo(422);
        assertThat(tries(with("keywords_attributes", List.of(Map.of("keyword", " \u200B"))))
                        .text("error"))
                .isEqualTo("Validation failed: Keyword can't be blank");
        assertThat(reader.reads(FILTERS).ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "99999999999999999999"})
    void refusesTimesThatAreNone(String expiresIn) {
        assertThat(tries(with("expires_in", expiresIn)).text("error")).contains("Expires in");
    }

    @Test
    void areNotMadeWithoutEnd() {
        List<Map<String, String>> most = IntStream.range(0, Filters.MAX_KEYWORDS)
                .mapToObj(i -> Map.of("keyword", "word" + i))
                .toList();
        Reply full = reader.sends(HttpMethod.POST, FILTERS, filter("full", most));
        assertThat(full.status()).isEqualTo(200);
        String more = FILTERS + "/" + full.id() + "/keywords";
        assertThat(reader.sends(HttpMethod.POST, more, Map.of("keyword", "one more"))
                        .status())
                .isEqualTo(422);
        assertThat(reader.reads(more).ids()).hasSize(Filters.MAX_KEYWORDS);
        for (int i = 1; i < Filters.MAX_FILTERS; i++) {
            reader.sends(HttpMethod.POST, FILTERS, filter("filter " + i, List.of()));
        }
        assertThat(tries(with("title", "One more")).status()).isEqualTo(422);
        assertThat(reader.reads(FILTERS).ids()).hasSize(Filters.MAX_FILTERS);
    }

    @Test
    void olderClientsSeeEachKeywordAsAFilter() {
        Reply made = reader.sends(
                HttpMethod.POST,
                "/api/v1/filters",
                Map.of("phrase", "rain", "context", List.of("home"), "irreversible", true));
        assertThat(made.keys())
                .containsExactlyInAnyOrder("id", "phrase", "context", "whole_word", "expires_at", "irreversible");
        assertThat(made.body().path("whole_word").asBoolean()).isFalse();
        assertThat(made.body().path("irreversible").asBoolean()).isTrue();
        String path = "/api/v1/filters/" + made.id();
        assertThat(reader.reads(path).body()).isEqualTo(made.body());
        JsonNode whole = reader.reads(FILTERS).body().path(0);
        assertThat(whole.path("title").asString()).isEqualTo("rain");
        assertThat(whole.path("filter_action").asString()).isEqualTo("hide");

        Reply changed = reader.sends(
                HttpMethod.PUT, path, Map.of("phrase", "fog", "context", List.of("public"), "irreversible", false));
        assertThat(changed.text("phrase")).isEqualTo("fog");
        assertThat(texts(changed.body().path("context"))).containsExactly("public");
        assertThat(changed.body().path("irreversible").asBoolean()).isFalse();

        String filter = FILTERS + "/" + whole.path("id").asString();
        reader.sends(HttpMethod.POST, filter + "/keywords", Map.of("keyword", "mist"));
        assertThat(reader.reads("/api/v1/filters").ids()).hasSize(2);
        assertThat(reader.sends(HttpMethod.PUT, path, Map.of("phrase", "smog", "context", List.of("home")))
                        .status())
                .isEqualTo(422);
        assertThat(reader.sends(HttpMethod.PUT, path, Map.of("phrase", "smog")).text("phrase"))
                .isEqualTo("smog");
        assertThat(reader.deletes(path).status()).isEqualTo(200);
        assertThat(texts(reader.reads(filter).body().path("keywords"), "keyword"))
                .containsExactly("mist");
        assertThat(reader.sends(HttpMethod.POST, "/api/v1/filters", Map.of("context", List.of("home")))
                        .text("error"))
                .isEqualTo("Validation failed: Phrase can't be blank");
    }

    private Reply aFilter(String... keywords) {
        List<Map<String, String>> attributes = List.of(keywords).stream()
                .map(keyword -> Map.of("keyword", keyword))
                .toList();
        return reader.sends(HttpMethod.POST, FILTERS, filter("A filter", attributes));
    }

    private static Map<String, ?> filter(String title, List<Map<String, String>> keywords) {
        return Map.of("title", title, "context", List.of("home"), "keywords_attributes", keywords);
    }

    private static Map<String, ?> with(String field, Object value) {
        var request = new HashMap<String, Object>(Map.of("title", "x", "context", List.of("home")));
        request.put(field, value);
        return request;
    }

    private Reply tries(Map<String, ?> request) {
        return reader.sends(HttpMethod.POST, FILTERS, request);
    }

    private long posts(Map<String, ?> status) {
        return author.tries(status).id();
    }

    private JsonNode filtered(long post) {
        return reader.reads("/api/v1/statuses/" + post).body().path("filtered");
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.path(field).asString()));
        return texts;
    }
}
