package io.microblog.bench.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Scale;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import io.microblog.bench.sql.Statement;
import tools.jackson.databind.JsonNode;

import static io.microblog.bench.benchmark.Verdict.millis;

/** Whether a page costs the same among much more data, and at depth. */
public final class Growth implements Benchmark {

    private static final List<Scale> SCALES = List.of(new Scale(1), new Scale(4), Scale.FULL);
    private static final int DEEP = 20;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String description() {
        return "a home page at 1, 4 and 16 times the data, page 1 and page 20";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        report.heading("Cost of a home page as the data grow");
        report.paragraph(
                "post-service directly, one connection, p50. At 16 there are 10,000 people and 1,000,000 posts.");
        Table table = new Table("scale", "page 1", "its reads alone", "page " + DEEP, "its reads alone");
        for (Scale scale : SCALES) {
            Bed grown = bed.at(scale);
            grown.people();
            List<Figures> first = measure(grown, Readers.directly(bed.platform(), Readers.HOME));
            List<Figures> deep = measure(grown, deep(bed.platform()));
            table.row(
                    scale.factor() + "×",
                    millis(first.get(0).p50()),
                    millis(first.get(1).p50()),
                    millis(deep.get(0).p50()),
                    millis(deep.get(1).p50()));
        }
        report.table(table);
    }

    private static List<Figures> measure(Bed bed, List<HttpCall> calls) throws Exception {
        Platform platform = bed.platform();
        List<List<Statement>> reads = Readers.statements(platform, platform.postService(), calls);
        List<Operation.Factory> sides =
                List.of(new Calls(platform.postService(), calls), new Reads(platform, "post_service", reads));
        return ClosedLoop.compare(1, bed.rounds(), Duration.ofSeconds(3), bed.length(), sides);
    }

    /** Pages that begin where the nineteenth ends, by whoever has so many. */
    private static List<HttpCall> deep(Platform platform) throws Exception {
        List<HttpCall> calls = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(platform.postService())) {
            for (int person = 0; person < 20; person++) {
                String token = Access.internalToken(platform, person);
                String path = Readers.HOME;
                for (int page = 1; page < DEEP; page++) {
                    JsonNode statuses =
                            connection.send(HttpCall.get(path, token)).json();
                    path = Readers.HOME + "&max_id="
                            + statuses.get(statuses.size() - 1).get("id").asString();
                }
                calls.add(HttpCall.get(path, token));
            }
        }
        return calls;
    }
}
