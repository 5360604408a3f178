package io.microblog.search.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.microblog.search.analysis.QueryPart;
import io.microblog.search.analysis.Spot;
import tools.jackson.databind.JsonNode;

/**
 * What somebody may have meant to type. It knows no words but those of the posts that the reader was just shown, so it can tell
 * nothing that the reader may not read.
 */
final class DidYouMean {

    private record Shown(String text, List<Spot> spots) {

        static Shown of(JsonNode status) {
            String text = Highlights.words(status);
            return new Shown(text, Spot.of(text, Highlights.language(status)));
        }

        String written(Spot spot) {
            return text.substring(spot.start(), spot.end());
        }
    }

    /** A word of the posts that a word of the query may be meant for. */
    private record Candidate(String written, int typos) {}

    private final SearchQuery query;
    private final List<Shown> shown;

    /** @param shown the posts that were found, as the reader sees them */
    DidYouMean(SearchQuery query, List<JsonNode> shown) {
        this.query = query;
        this.shown = shown.stream().map(Shown::of).toList();
    }

    /** The query with the words that were found despite typos as they stand in most of the posts; empty when all are right. */
    Optional<String> text() {
        List<QueryPart> parts = query.parts();
        Map<String, String> meant = new HashMap<>();
        for (int i = 0; i < parts.size() && parts.size() <= TextMatch.MOST_FORGIVEN; i++) {
            if (parts.get(i) instanceof QueryPart.Word word && !isThere(word, TextMatch.isTyped(parts, i))) {
                candidate(word).ifPresent(candidate -> meant.put(word.word(), candidate));
            }
        }
        return Optional.of(replaced(meant)).filter(text -> !text.equals(query.text()));
    }

    private boolean isThere(QueryPart.Word word, boolean typed) {
        return shown.stream()
                .anyMatch(
                        post -> !Highlighter.strictly(word, typed, post.spots()).isEmpty());
    }

    /** That with the fewest typos, and of these the one in most posts. */
    private Optional<String> candidate(QueryPart.Word word) {
        Map<Candidate, Integer> posts = new HashMap<>();
        for (Shown post : shown) {
            Set<Candidate> here = new HashSet<>();
            for (Spot spot : post.spots()) {
                int typos = TextMatch.typos(word, spot);
                if (typos != Typos.FAR) {
                    here.add(new Candidate(post.written(spot), typos));
                }
            }
            here.forEach(candidate -> posts.merge(candidate, 1, Integer::sum));
        }
        return posts.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<Candidate, Integer> entry) ->
                                entry.getKey().typos())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(entry -> entry.getKey().written()))
                .map(entry -> entry.getKey().written());
    }

    /** Operators stay as they are. */
    private String replaced(Map<String, String> meant) {
        StringBuilder text = new StringBuilder(query.text());
        for (Spot spot : Spot.of(query.text(), null).reversed()) {
            String right = meant.get(spot.word());
            if (right != null && !isOperator(spot)) {
                text.replace(spot.start(), spot.end(), right);
            }
        }
        return text.toString();
    }

    private boolean isOperator(Spot spot) {
        int blank = query.text().lastIndexOf(' ', spot.start());
        String token = query.text().substring(blank + 1, spot.end());
        return token.startsWith("-") || token.contains(":");
    }
}
