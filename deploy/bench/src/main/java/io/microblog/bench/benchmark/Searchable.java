package io.microblog.bench.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

import io.microblog.bench.data.Ids;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.microblog.bench.benchmark.Verdict.millis;

/** How long a post takes until it is found, against a document that is sent to the index itself and waited for. */
public final class Searchable implements Benchmark {

    private static final double RATIO = 1.1;
    private static final int SAMPLES_A_ROUND = 20;
    private static final int AUTHOR = 0;

    /** Longer than any rhythm of refreshes, so that no sample falls in step with one. */
    private static final int LONGEST_PAUSE_MILLIS = 1_100;

    private static final Duration LOOK_EACH = Duration.ofMillis(5);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    /** Named like search-service's own, so that it has the same settings and mapping. */
    private static final String INDEX = "/posts-vbench";

    private final SplittableRandom random = new SplittableRandom();

    @Override
    public String name() {
        return "search-visible";
    }

    @Override
    public String description() {
        return "P7: from posting to found, against an index call with refresh=wait_for";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.searched();
        Histogram found = new Histogram(3);
        Histogram waited = new Histogram(3);
        try (HttpConnection gateway = new HttpConnection(bed.platform().gateway());
                HttpConnection search = new HttpConnection(bed.platform().searchService());
                HttpConnection engine = new HttpConnection(bed.platform().elasticsearch())) {
            ObjectNode document = likeOthers(engine);
            for (int round = 0; round <= bed.rounds(); round++) {
                String token = Access.internalToken(bed.platform(), AUTHOR);
                for (int sample = 0; sample < SAMPLES_A_ROUND; sample++) {
                    pause();
                    long ours = post(gateway, search, token);
                    pause();
                    long direct = index(engine, document);
                    if (round > 0) {
                        found.recordValue(ours);
                        waited.recordValue(direct);
                    }
                }
            }
            Indices.ask(engine, "DELETE", INDEX, "");
        }
        write(report, found, waited);
    }

    private void pause() throws InterruptedException {
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
    }

    /** An index of the same settings, and a document of it. */
    private static ObjectNode likeOthers(HttpConnection engine) throws IOException {
        engine.send(HttpCall.json("DELETE", INDEX, ""));
        Indices.ask(engine, "PUT", INDEX, "{}");
        JsonNode some = Indices.ask(engine, "POST", "/posts/_search", "{\"size\":1}");
        return (ObjectNode) some.at("/hits/hits/0/_source");
    }

    /** Posts a word that nobody ever wrote, and searches for it until it is found; microseconds. */
    private long post(HttpConnection gateway, HttpConnection search, String token) throws Exception {
        String word = random.ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        HttpCall post = HttpCall.postJson(
                "/api/v1/statuses",
                SignedIn.token(AUTHOR),
                "{\"status\":\"Measured until it is found: %s\",\"language\":\"en\"}".formatted(word));
        HttpCall look = HttpCall.get("/api/v2/search?type=statuses&q=" + word, token);
        long start = System.nanoTime();
        gateway.expect(200, post);
        while (search.send(look).json().path("statuses").isEmpty()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException(word + " was not found");
            }
            Thread.sleep(LOOK_EACH);
        }
        return (System.nanoTime() - start) / 1_000;
    }

    private static long index(HttpConnection engine, ObjectNode document) throws IOException {
        long id = Ids.now(0);
        HttpCall call = HttpCall.json(
                "PUT",
                INDEX + "/_doc/" + id + "?refresh=wait_for",
                document.put("id", id).toString());
        long start = System.nanoTime();
        engine.expect(201, call);
        return (System.nanoTime() - start) / 1_000;
    }

    private static void write(Report report, Histogram found, Histogram waited) {
        report.heading("P7 Posted → found");
        report.paragraph(("%d posts, one at a time at any moment, through the gateway, until search-service finds them;"
                        + " against a document sent to an index of the same settings with refresh=wait_for, which waits"
                        + " for Elasticsearch's own rhythm of a second.")
                .formatted(found.getTotalCount()));
        Table table = new Table("", "post", "index call", "ratio", "target", "");
        for (int percentile : List.of(50, 99)) {
            double ours = found.getValueAtPercentile(percentile) / 1000.0;
            double direct = waited.getValueAtPercentile(percentile) / 1000.0;
            table.row(
                    "p" + percentile,
                    millis(ours),
                    millis(direct),
                    Verdict.number(ours / direct),
                    "at most 1.10",
                    Verdict.atMost(ours / direct, RATIO));
        }
        report.table(table);
    }
}
