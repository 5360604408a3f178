package io.microblog.search.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well a set of queries was answered. */
final class Score {

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
    double ndcg() {
        return mean(ndcg);
    }

    double recall() {
        return mean(recall);
    }

    /** nDCG@10 of the baseline. */
    double plain() {
        return mean(plain);
    }

    /** The share of queries which must find nothing and did not. */
    double nothing() {
        return nothing == 0 ? 1 : (double) right / nothing;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %-9s | %4d | %.3f | %.3f | %.3f | %d of %d |",
                name,
                ndcg.size() + nothing,
                ndcg(),
                recall(),
                plain(),
                right,
                nothing);
    }
}
