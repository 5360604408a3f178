package io.microblog.bench.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.microblog.bench.Platform;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import tools.jackson.databind.JsonNode;

import static io.microblog.bench.benchmark.Verdict.number;

/** How fast the index of posts is built from the rows, against bulk requests of documents that are ready. */
public final class Reindexing implements Benchmark {

    private static final double SHARE = 0.9;
    private static final int CONNECTIONS = 2;
    private static final int BATCH = 1_000;

    /** They are held in memory, ready to be sent. */
    private static final int MOST_DOCUMENTS = 150_000;

    /** Named like search-service's own, so that it has the same settings and mapping. */
    private static final String INDEX = "/posts-vbench";

    @Override
    public String name() {
        return "search-reindex";
    }

    @Override
    public String description() {
        return "P6: a full reindex of posts, against raw bulk requests of prepared documents";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.searched();
        Platform platform = bed.platform();
        Indices indices = new Indices(platform);
        long rows = indices.rows();
        double[] rebuilt = new double[bed.rounds()];
        double[] raw = new double[bed.rounds()];
        int documents = 0;
        for (int round = 0; round < bed.rounds(); round++) {
            rebuilt[round] = rows / indices.rebuild();
            List<HttpCall> prepared = prepare(platform);
            documents = Math.min(MOST_DOCUMENTS, (int) rows);
            raw[round] = documents / send(platform, prepared);
            bed.progress()
                    .accept("Round %d: %,.0f rows/s, %,.0f documents/s"
                            .formatted(round + 1, rebuilt[round], raw[round]));
        }
        double ratio = Figures.median(rebuilt) / Figures.median(raw);
        report.heading("P6 Reindex");
        report.paragraph(("%,d posts from search-service's rows, from the order until the new index serves, checked;"
                        + " against %,d of the same documents, ready to be sent, in bulk requests of %,d on %d connections"
                        + " into an index of the same settings, until it is refreshed.")
                .formatted(rows, documents, BATCH, CONNECTIONS));
        report.table(new Table("", "reindex", "bulk alone", "ratio", "target", "")
                .row(
                        "documents/s",
                        number(Figures.median(rebuilt)),
                        number(Figures.median(raw)),
                        number(ratio),
                        "at least 0.90",
                        Verdict.atLeast(ratio, SHARE)));
    }

    /** Bulk requests of what the index holds, in the order of ids, as a rebuild sends them. */
    private static List<HttpCall> prepare(Platform platform) throws Exception {
        List<HttpCall> requests = new ArrayList<>();
        try (HttpConnection engine = new HttpConnection(platform.elasticsearch())) {
            String after = "";
            while (requests.size() * BATCH < MOST_DOCUMENTS) {
                JsonNode hits = Indices.ask(
                                engine,
                                "POST",
                                "/posts/_search",
                                "{\"size\":%d,\"sort\":[\"id\"],\"version\":true%s}".formatted(BATCH, after))
                        .at("/hits/hits");
                if (hits.isEmpty()) {
                    return requests;
                }
                StringBuilder lines = new StringBuilder();
                for (JsonNode hit : hits) {
                    lines.append("{\"index\":{\"_id\":\"%s\",\"version\":%d,\"version_type\":\"external\"}}\n"
                            .formatted(
                                    hit.path("_id").asString(),
                                    hit.path("_version").asLong()));
                    lines.append(hit.path("_source")).append('\n');
                }
                requests.add(HttpCall.json("POST", INDEX + "/_bulk", lines.toString()));
                after = ",\"search_after\":" + hits.get(hits.size() - 1).path("sort");
            }
        }
        return requests;
    }

    /** @return seconds until all can be found */
    private static double send(Platform platform, List<HttpCall> requests) throws Exception {
        try (HttpConnection engine = new HttpConnection(platform.elasticsearch());
                ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            engine.send(HttpCall.json("DELETE", INDEX, ""));
            Indices.ask(engine, "PUT", INDEX, "{\"settings\":{\"refresh_interval\":\"-1\"}}");
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                int first = connection;
                running.add(threads.submit(() -> sendShare(platform, requests, first)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            Indices.ask(engine, "POST", INDEX + "/_refresh", "");
            double seconds = (System.nanoTime() - start) / 1e9;
            Indices.ask(engine, "DELETE", INDEX, "");
            return seconds;
        }
    }

    private static int sendShare(Platform platform, List<HttpCall> requests, int first) throws Exception {
        int sent = 0;
        try (HttpConnection connection = new HttpConnection(platform.elasticsearch())) {
            for (int request = first; request < requests.size(); request += CONNECTIONS) {
                connection.expect(200, requests.get(request));
                sent++;
            }
        }
        return sent;
    }
}
