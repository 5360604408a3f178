package io.microblog.local.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well a set of queries was answered. */
public final class Score {

    private final List<Double> ndcg = new ArrayList<>();
    private final List<Double> recall = new ArrayList<>();
    private final List<Double> plain = new ArrayList<>();
    private int right;
    private int nothing;

    void add(JudgedQuery query, List<String> found, List<String> foundPlainly) {
        if (query.wantsNothing()) {
            nothing++;
            right += found.isEmpty() ? 1 : 0;
            return;
        }
        ndcg.add(query.ndcg(found));
        recall.add(query.recall(found));
        plain.add(query.ndcg(foundPlainly));
    }

    /** nDCG@10, the mean. */
    public double ndcg() {
        return mean(ndcg);
    }

    /** The share of what is wanted that was found, the mean. */
    public double recall() {
        return mean(recall);
    }

    /** nDCG@10 of the baseline. */
    public double plain() {
        return mean(plain);
    }

    /** The share of queries which must find nothing and did not. */
    public double nothing() {
        return nothing == 0 ? 1 : (double) right / nothing;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    }

    /** As the titles of {@link Scores#TITLES} say. */
    List<String> cells(String name) {
        return List.of(
                name,
                String.valueOf(ndcg.size() + nothing),
                three(ndcg()),
                three(recall()),
                three(plain()),
                nothing == 0 ? "" : right + " of " + nothing);
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
