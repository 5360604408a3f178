package io.microblog.post.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The filters of one person, ready to be held against posts. */
public final class FilterSet {

    /** That of somebody who has none. */
    public static final FilterSet NONE = new FilterSet(List.of());

    private record Word(String keyword, KeywordMatcher matcher) {}

    private record Prepared(FilterResult.Matched filter, List<Word> words, Set<String> statuses) {

        static Prepared of(Filter filter) {
            return new Prepared(
                    FilterResult.Matched.of(filter),
                    filter.keywords().stream()
                            .map(keyword -> new Word(keyword.keyword(), new KeywordMatcher(keyword)))
                            .toList(),
                    filter.statuses().stream().map(FilterStatus::statusId).collect(Collectors.toSet()));
        }
    }

    private final List<Prepared> filters;

    FilterSet(List<Filter> filters) {
        this.filters = filters.stream().map(Prepared::of).toList();
    }

    /**
     * Which filters match a post, and why.
     *
     * @param texts all that the post says; asked for only where there is a filter
     */
    public List<FilterResult> matches(long postId, Supplier<Collection<String>> texts) {
        if (filters.isEmpty()) {
            return List.of();
        }
        String id = Long.toString(postId);
        String text = FoldedText.of(texts.get());
        List<FilterResult> results = new ArrayList<>();
        for (Prepared prepared : filters) {
            List<String> words = prepared.words().stream()
                    .filter(word -> word.matcher().isIn(text))
                    .map(Word::keyword)
                    .toList();
            boolean named = prepared.statuses().contains(id);
            if (named || !words.isEmpty()) {
                results.add(new FilterResult(
                        prepared.filter(), words.isEmpty() ? null : words, named ? List.of(id) : null));
            }
        }
        return results;
    }
}
