package io.microblog.bench.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Searches;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** What search-service adds to a query: its own work, and what the owners of posts show of what was found. */
public final class SearchSpeed implements Benchmark {

    private static final double SHARE = 0.8;
    private static final int READERS = 50;

    @Override
    public String name() {
        return "search-speed";
    }

    @Override
    public String description() {
        return "P5: a search for posts, against the same queries sent straight to Elasticsearch";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.searched();
        Platform platform = bed.platform();
        ClosedLoop.warmUp(bed.connections(), bed.warmUp(), new Calls(platform.searchService(), searches(bed)));
        // Asked for late: these tokens hold for five minutes.
        List<HttpCall> searches = searches(bed);
        List<HttpCall> queries = queries(platform, searches);
        List<Operation.Factory> sides =
                List.of(new Calls(platform.searchService(), searches), new Calls(platform.elasticsearch(), queries));
        List<Figures> loaded = ClosedLoop.compare(bed.connections(), bed.rounds(), bed.length(), bed.length(), sides);
        List<Figures> alone = ClosedLoop.compare(1, bed.rounds(), bed.length(), Duration.ofSeconds(2), sides);

        report.heading("P5 Search for posts");
        report.paragraph(("%d searches of a word or two in eight languages, by as many people, 20 posts a page, of"
                        + " search-service directly, which has post-service show what was found; against the %d queries"
                        + " that they made. %d connections where requests/s are measured, one where latencies are.")
                .formatted(searches.size(), queries.size(), bed.connections()));
        double ratio = loaded.get(0).perSecond() / loaded.get(1).perSecond();
        report.table(new Table("", "search", "query alone", "ratio or difference", "target", "")
                .row(
                        "requests/s",
                        number(loaded.get(0).perSecond()),
                        number(loaded.get(1).perSecond()),
                        number(ratio),
                        "at least 0.80",
                        Verdict.atLeast(ratio, SHARE))
                .row(
                        "p50",
                        millis(alone.get(0).p50()),
                        millis(alone.get(1).p50()),
                        millis(alone.get(0).p50() - alone.get(1).p50()),
                        "",
                        "")
                .row(
                        "p99",
                        millis(alone.get(0).p99()),
                        millis(alone.get(1).p99()),
                        millis(alone.get(0).p99() - alone.get(1).p99()),
                        "",
                        ""));
    }

    private static List<HttpCall> searches(Bed bed) throws Exception {
        List<HttpCall> searches = new ArrayList<>();
        for (String words : Searches.of(bed.seed(), READERS)) {
            searches.add(HttpCall.get(
                    "/api/v2/search?type=statuses&limit=20&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8),
                    Access.internalToken(bed.platform(), searches.size())));
        }
        return searches;
    }

    /** A search whose first query finds little makes a second one: they go one after the other here too. */
    private static List<HttpCall> queries(Platform platform, List<HttpCall> searches) throws Exception {
        List<HttpCall> queries = new ArrayList<>();
        try (QueryLog log = new QueryLog(platform);
                HttpConnection search = new HttpConnection(platform.searchService())) {
            for (HttpCall call : searches) {
                log.during(search, call).forEach(query -> queries.add(HttpCall.json("POST", "/posts/_search", query)));
            }
        }
        if (queries.size() < searches.size()) {
            throw new IllegalStateException(
                    "%d searches, but only %d queries in the log".formatted(searches.size(), queries.size()));
        }
        return queries;
    }
}
