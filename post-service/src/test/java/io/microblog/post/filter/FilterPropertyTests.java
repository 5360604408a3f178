package io.microblog.post.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever posts are read, they say what a text that knows its words says.
 *
 * <p>Other texts, or more of them: {@code -Dfilters.seed=1000 -Dfilters.count=100}.
 */
@PostServiceTest
class FilterPropertyTests {

    private static final int POSTS = 6;

    @Autowired
    private Town town;

    @ParameterizedTest
    @MethodSource("seeds")
    void keywordsAreFoundWhereTheWordsAre(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            RandomText text = RandomText.of(random);
            FilterKeyword keyword = RandomText.keyword(random);
            assertThat(new KeywordMatcher(keyword).isIn(FoldedText.of(text.text())))
                    .as("%s in %s", keyword, text)
                    .isEqualTo(text.has(keyword));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPlaceSaysWhichFiltersMatch(long seed) {
        var random = new Random(seed);
        Person author = town.newcomer("author");
        Person reader = town.newcomer("reader").follows(author);
        Map<Long, List<FilterKeyword>> filters = filters(random, reader);
        Map<Long, RandomText> posts = posts(random, author);
        long first = posts.keySet().iterator().next();
        posts.keySet().forEach(post -> reader.does("favourite", post));
        posts.keySet().forEach(post -> reader.does("bookmark", post));
        town.settle();

        Map<Long, Set<String>> expected = posts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, post -> matches(post.getValue(), filters)));
        for (String place : places(reader, author, posts.keySet())) {
            assertThat(found(reader.reads(place).body(), posts.keySet()))
                    .as(place)
                    .isEqualTo(expected);
        }
        JsonNode thread = reader.reads("/api/v1/statuses/" + first + "/context").body();
        expected.remove(first);
        assertThat(found(thread.path("descendants"), expected.keySet())).isEqualTo(expected);
        expected.forEach((post, matches) -> assertThat(
                        matches(reader.reads("/api/v1/statuses/" + post).body()))
                .isEqualTo(matches));
    }

    static LongStream seeds() {
        return LongStream.iterate(Long.getLong("filters.seed", 1), seed -> seed + 1)
                .limit(Integer.getInteger("filters.count", 5));
    }

    private static List<String> places(Person reader, Person author, Set<Long> posts) {
        long list = reader.sends(HttpMethod.POST, "/api/v1/lists", Map.of("title", "Some"))
                .id();
        reader.sends(
                HttpMethod.POST,
                "/api/v1/lists/" + list + "/accounts",
                Map.of("account_ids", List.of(Long.toString(author.id()))));
        String several = posts.stream().map(post -> "id[]=" + post).collect(Collectors.joining("&"));
        return List.of(
                "/api/v1/timelines/home?limit=40",
                "/api/v1/timelines/list/" + list + "?limit=40",
                "/api/v1/timelines/public?limit=40",
                "/api/v1/accounts/" + author.id() + "/statuses?limit=40",
                "/api/v1/favourites?limit=40",
                "/api/v1/bookmarks?limit=40",
                "/api/v1/statuses?" + several);
    }

    private static Map<Long, List<FilterKeyword>> filters(Random random, Person reader) {
        var filters = new HashMap<Long, List<FilterKeyword>>();
        for (int number = 0; number < 4; number++) {
            List<FilterKeyword> keywords = Stream.generate(() -> RandomText.keyword(random))
                    .filter(keyword -> !keyword.keyword().isBlank())
                    .limit(1 + random.nextInt(3))
                    .toList();
            List<String> contexts = Stream.of(FilterContext.values())
                    .filter(context -> random.nextBoolean())
                    .map(FilterContext::wireName)
                    .toList();
            Reply made = reader.sends(
                    HttpMethod.POST,
                    "/api/v2/filters",
                    Map.of(
                            "title",
                            "Some",
                            "context",
                            contexts.isEmpty() ? List.of("home") : contexts,
                            "keywords_attributes",
                            keywords.stream()
                                    .map(keyword ->
                                            Map.of("keyword", keyword.keyword(), "whole_word", keyword.wholeWord()))
                                    .toList()));
            assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
            filters.put(made.id(), keywords);
        }
        return filters;
    }

    /** A thread of an author's own, so that every place has all of them. */
    private static Map<Long, RandomText> posts(Random random, Person author) {
        var posts = new TreeMap<Long, RandomText>();
        var above = new ArrayList<Long>();
        for (int number = 0; number < POSTS; number++) {
            RandomText text = RandomText.of(random);
            long post = above.isEmpty() ? author.posts(text.text()) : author.answers(above.getFirst(), text.text());
            above.add(post);
            posts.put(post, text);
        }
        return posts;
    }

    private static Set<String> matches(RandomText text, Map<Long, List<FilterKeyword>> filters) {
        return filters.entrySet().stream()
                .flatMap(filter -> filter.getValue().stream()
                        .filter(text::has)
                        .map(keyword -> filter.getKey() + " " + keyword.keyword()))
                .collect(Collectors.toSet());
    }

    private static Map<Long, Set<String>> found(JsonNode statuses, Set<Long> posts) {
        return statuses.valueStream()
                .filter(status -> posts.contains(status.path("id").asLong()))
                .collect(Collectors.toMap(status -> status.path("id").asLong(), FilterPropertyTests::matches));
    }

    private static Set<String> matches(JsonNode status) {
        return status.path("filtered")
                .valueStream()
                .flatMap(result -> result.path("keyword_matches")
                        .valueStream()
                        .map(keyword -> result.path("filter").path("id").asString() + " " + keyword.asString()))
                .collect(Collectors.toSet());
    }
}
