package io.microblog.bench.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.bench.data.Searches;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import org.HdrHistogram.Histogram;

import static io.microblog.bench.benchmark.Verdict.millis;

/** How long somebody who types waits for what it may become: people, hashtags, what they searched for lately. */
public final class SuggestionSpeed implements Benchmark {

    private static final double TARGET_MILLIS = 50;
    private static final int READERS = 20;

    /** Web clients ask from the second letter on. */
    private static final int FIRST_ASKED = 2;

    private static final int LAST_ASKED = 8;

    @Override
    public String name() {
        return "search-typing";
    }

    @Override
    public String description() {
        return "suggestions while a search is typed, letter by letter";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.searched();
        ClosedLoop.warmUp(1, bed.warmUp(), new Calls(bed.platform().searchService(), typed(bed)));
        // Asked for late: these tokens hold for five minutes.
        List<HttpCall> typed = typed(bed);
        Histogram waited = new Histogram(3);
        try (HttpConnection search = new HttpConnection(bed.platform().searchService())) {
            for (int round = 0; round < bed.rounds(); round++) {
                for (HttpCall call : typed) {
                    long start = System.nanoTime();
                    search.expect(200, call);
                    waited.recordValue((System.nanoTime() - start) / 1_000);
                }
            }
        }
        write(report, typed.size(), waited);
    }

    private static List<HttpCall> typed(Bed bed) throws Exception {
        List<HttpCall> calls = new ArrayList<>();
        List<String> searches = Searches.of(bed.seed(), READERS);
        for (int reader = 0; reader < searches.size(); reader++) {
            String token = Access.internalToken(bed.platform(), reader);
            beginnings(searches.get(reader))
                    .map(text -> "/api/v1/search/suggestions?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .map(path -> HttpCall.get(path, token))
                    .forEach(calls::add);
        }
        return calls;
    }

    private static Stream<String> beginnings(String text) {
        return IntStream.rangeClosed(FIRST_ASKED, Math.min(LAST_ASKED, text.length()))
                .mapToObj(length -> text.substring(0, length))
                .map(String::strip)
                .distinct();
    }

    private static void write(Report report, int typed, Histogram waited) {
        report.heading("Suggestions while typing");
        report.paragraph(("%d beginnings of searches in eight languages, by %d people, one at a time, of search-service"
                        + " directly.")
                .formatted(typed, READERS));
        double p95 = waited.getValueAtPercentile(95) / 1000.0;
        report.table(new Table("", "measured", "target", "")
                .row("p50", millis(waited.getValueAtPercentile(50) / 1000.0), "", "")
                .row("p95", millis(p95), "at most 50 ms", Verdict.atMost(p95, TARGET_MILLIS))
                .row("p99", millis(waited.getValueAtPercentile(99) / 1000.0), "", ""));
    }
}
