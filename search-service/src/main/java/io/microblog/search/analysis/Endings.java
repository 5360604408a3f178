package io.microblog.search.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Cuts the longest of a language's common endings off, for languages that Lucene has no stemmer for.
 *
 * @param endings the longest first
 * @param shortest how much of a word must be left
 */
record Endings(List<String> endings, int shortest) implements UnaryOperator<String> {

    static Endings of(int shortest, String endings) {
        return new Endings(
                Stream.of(endings.split(" "))
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList(),
                shortest);
    }

    @Override
    public String apply(String word) {
        return endings.stream()
                .filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= shortest)
                .findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .orElse(word);
    }
}
