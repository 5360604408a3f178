package io.microblog.local.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well all queries were answered, and those of each kind and language. */
public final class Scores {

    /** Of the columns of {@link #rows()}. */
    public static final List<String> TITLES =
            List.of("", "queries", "nDCG@10", "recall", "plain nDCG@10", "nothing found rightly");

    private final Score all = new Score();
    private final Map<String, Score> byKind = new TreeMap<>();
    private final Map<String, Score> byLanguage = new TreeMap<>();

    /**
     * Counts an answer in.
     *
     * @param found keys, the best first
     * @param foundPlainly what a search that knows no languages found
     */
    public void add(JudgedQuery query, List<String> found, List<String> foundPlainly) {
        all.add(query, found, foundPlainly);
        byKind.computeIfAbsent(query.kind(), _ -> new Score()).add(query, found, foundPlainly);
        byLanguage.computeIfAbsent(query.language(), _ -> new Score()).add(query, found, foundPlainly);
    }

    public Score all() {
        return all;
    }

    public Map<String, Score> byKind() {
        return byKind;
    }

    /** People and hashtags count as languages here. */
    public Map<String, Score> byLanguage() {
        return byLanguage;
    }

    /** A row for all, then one for each kind, then one for each language. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(all.cells("all"));
        byKind.forEach((kind, score) -> rows.add(score.cells(kind)));
        byLanguage.forEach((language, score) -> rows.add(score.cells(language)));
        return rows;
    }
}
