package io.microblog.bench.benchmark;

import java.time.Duration;
import java.util.List;

import io.microblog.bench.Platform;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import io.microblog.bench.sql.Statement;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** The page that everybody opens first, against the queries behind it alone. */
public final class HomePage implements Benchmark {

    private static final double SHARE = 0.5;
    private static final double SLOWER = 1;

    @Override
    public String name() {
        return "home";
    }

    @Override
    public String description() {
        return "P1: a home page through the gateway, against the same reads by JDBC";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        List<HttpCall> direct = Readers.directly(platform, Readers.HOME);
        List<List<Statement>> reads = Readers.statements(platform, platform.postService(), direct);
        List<Operation.Factory> sides = List.of(
                new Calls(platform.gateway(), Readers.throughGateway(Readers.HOME)),
                new Reads(platform, "post_service", reads));
        List<Figures> loaded = ClosedLoop.compare(bed.connections(), bed.rounds(), bed.length(), bed.warmUp(), sides);
        List<Figures> alone = ClosedLoop.compare(1, bed.rounds(), bed.length(), Duration.ofSeconds(2), sides);

        report.heading("P1 Home page (20 statuses, signed in)");
        report.paragraph(
                "%d connections where requests/s are measured, one where latencies are. The reads by JDBC are those"
                                .formatted(bed.connections())
                        + " that post-service made for the same people, "
                        + reads.getFirst().size()
                        + " statements a page, prepared, on the same rows; pgbench is not part of the embedded PostgreSQL.");
        Table table = new Table("", "home page", "reads alone", "ratio or difference", "target", "");
        double ratio = loaded.get(0).perSecond() / loaded.get(1).perSecond();
        double slower = alone.get(0).p50() - alone.get(1).p50();
        table.row(
                "requests/s",
                number(loaded.get(0).perSecond()),
                number(loaded.get(1).perSecond()),
                number(ratio),
                "at least 0.50",
                Verdict.atLeast(ratio, SHARE));
        table.row(
                "p50",
                millis(alone.get(0).p50()),
                millis(alone.get(1).p50()),
                millis(slower),
                "at most 1 ms",
                Verdict.atMost(slower, SLOWER));
        table.row(
                "p99",
                millis(alone.get(0).p99()),
                millis(alone.get(1).p99()),
                millis(alone.get(0).p99() - alone.get(1).p99()),
                "",
                "");
        report.table(table);
    }
}
