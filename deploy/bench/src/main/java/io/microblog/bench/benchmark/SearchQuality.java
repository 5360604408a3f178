package io.microblog.bench.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.microblog.bench.data.CollectionData;
import io.microblog.bench.data.Generator;
import io.microblog.bench.load.HttpAnswer;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import io.microblog.local.collection.JudgedCollection;
import io.microblog.local.collection.JudgedQuery;
import io.microblog.local.collection.Score;
import io.microblog.local.collection.Scores;

/** How well search finds what people mean, by the judged collection among many posts that nobody looks for. */
public final class SearchQuality implements Benchmark {

    private static final int NOISE = 30_000;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String description() {
        return "P16: how well search finds, against a plain multi_match; its data replace the others'";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        CollectionData collection = CollectionData.of(NOISE);
        try (Backlog backlog = new Backlog(bed.platform())) {
            backlog.awaitSearch();
        }
        new Generator(bed.platform(), bed.progress()).provide(collection);
        // An index of as many others may be there.
        new Indices(bed.platform()).rebuild();
        String token = Access.internalToken(bed.platform(), CollectionData.READER);
        Scores scores = new Scores();
        try (HttpConnection search = new HttpConnection(bed.platform().searchService());
                PlainSearch plain = new PlainSearch(bed.platform().elasticsearch())) {
            plain.fill(JudgedCollection.noise(NOISE));
            for (JudgedQuery query : JudgedCollection.queries()) {
                scores.add(query, found(search, token, collection, query), plain.ask(query));
            }
        }
        write(report, collection.size(), scores);
    }

    private static List<String> found(HttpConnection search, String token, CollectionData collection, JudgedQuery query)
            throws IOException {
        String type = switch (query.language()) {
            case "people" -> "accounts";
            case "hashtags" -> "hashtags";
            default -> "statuses";
        };
        String language = type.equals("statuses") ? query.language() : "en";
        String path = "/api/v2/search?type=%s&limit=40&q=%s"
                .formatted(type, URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
        HttpAnswer answer = search.send(HttpCall.getIn(language, path, token));
        if (answer.status() != 200) {
            throw new IOException(path + " was answered " + answer.status() + ": " + answer.body());
        }
        List<String> found = new ArrayList<>();
        answer.json()
                .path(type)
                .forEach(one -> found.add(
                        type.equals("hashtags")
                                ? one.path("name").asString()
                                : collection.key(one.path("id").asLong())));
        return found;
    }

    private static void write(Report report, int posts, Scores scores) {
        report.heading("P16 How well search finds");
        report.paragraph(("The judged collection among %,d posts, most of them about other things, in the same"
                        + " languages and of words that look alike; whoever asks reads the query's language. Beside it"
                        + " the same documents in an index as it comes, asked by multi_match.")
                .formatted(posts));
        Table targets = new Table("nDCG@10", "measured", "target", "");
        add(targets, "all", scores.all().ndcg(), 0.93);
        add(
                targets,
                "above the plain search",
                scores.all().ndcg() - scores.all().plain(),
                0.35);
        scores.byKind().forEach((kind, score) -> {
            if (kind.equals("typo")) {
                add(targets, "typos", score.ndcg(), 0.90);
            }
        });
        scores.byLanguage().forEach((language, score) -> {
            if (language.length() > 2) {
                add(targets, language, score.ndcg(), 0.95);
            }
        });
        double worst = scores.byLanguage().values().stream()
                .mapToDouble(Score::ndcg)
                .min()
                .orElseThrow();
        add(targets, "worst language", worst, 0.85);
        add(targets, "share of nothing found rightly", scores.all().nothing(), 0.75);
        report.table(targets);
        Table table = new Table(Scores.TITLES.toArray(String[]::new));
        scores.rows().forEach(cells -> table.row(cells.toArray(String[]::new)));
        report.table(table);
    }

    private static void add(Table table, String what, double value, double target) {
        table.row(
                what, String.format(Locale.ROOT, "%.3f", value), "at least " + target, Verdict.atLeast(value, target));
    }
}
