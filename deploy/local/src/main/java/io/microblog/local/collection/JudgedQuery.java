package io.microblog.local.collection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A query and what a person who types it wants.
 *
 * @param language of the query, or {@code people} or {@code hashtags}
 * @param kind what is hard about it
 * @param text as typed
 * @param grades what is wanted, by key: 3 is just it, 1 is better than nothing; empty when nothing may be found
 */
public record JudgedQuery(String language, String kind, String text, Map<String, Integer> grades) {

    private static final int RANKS = 10;

    static JudgedQuery read(String[] columns) {
        return new JudgedQuery(columns[0], columns[1], columns[2], columns.length < 4 ? Map.of() : grades(columns[3]));
    }

    private static Map<String, Integer> grades(String column) {
        return Arrays.stream(column.split(" "))
                .map(pair -> pair.split(":"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length < 2 ? 3 : Integer.parseInt(pair[1])));
    }

    public boolean wantsNothing() {
        return grades.isEmpty();
    }

    /** Normalised discounted cumulative gain of the first ten, as Burges et al. (2005) have it. */
    public double ndcg(List<String> found) {
        List<Integer> gained =
                found.stream().map(key -> grades.getOrDefault(key, 0)).toList();
        List<Integer> ideal =
                grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        return gain(gained) / gain(ideal);
    }

    public double recall(List<String> found) {
        List<String> wanted = grades.entrySet().stream()
                .filter(grade -> grade.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        return (double) wanted.stream().filter(found::contains).count() / wanted.size();
    }

    private static double gain(List<Integer> grades) {
        return IntStream.range(0, Math.min(RANKS, grades.size()))
                .mapToDouble(rank -> (Math.pow(2, grades.get(rank)) - 1) * Math.log(2) / Math.log(rank + 2))
                .sum();
    }
}
