package io.microblog.bench.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.microblog.bench.Platform;
import io.microblog.bench.benchmark.FlightRecording.From;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** What the gateway adds to a request. */
public final class GatewayShare implements Benchmark {

    private static final double SHARE = 0.6;
    private static final double SLOWER_MEDIAN = 0.3;
    private static final double SLOWER_TAIL = 1;

    /** Who does what of the gateway's work. */
    private static final Map<String, String> WORKERS = workers();

    private static final String OTHER = "the JVM, else";

    private static Map<String, String> workers() {
        Map<String, String> workers = new LinkedHashMap<>();
        workers.put("io.microblog.", "our filters");
        workers.put("org.springframework.cloud.gateway.", "Spring Cloud Gateway");
        workers.put("io.micrometer.", "observations");
        workers.put("org.springframework.http.", "headers, buffers");
        workers.put("org.springframework.", "Spring, else");
        workers.put("io.github.resilience4j.", "circuit breaker");
        workers.put("reactor.netty.", "Reactor Netty");
        workers.put("reactor.", "Reactor");
        workers.put("io.netty.", "Netty");
        return workers;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String description() {
        return "P8: a home page through the gateway, against post-service directly";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        Operation.Factory through = new Calls(platform.gateway(), Readers.throughGateway(Readers.HOME));
        ClosedLoop.warmUp(bed.connections(), bed.warmUp(), through);
        List<Figures> loaded =
                ClosedLoop.compare(bed.connections(), bed.rounds(), bed.length(), bed.length(), sides(platform));
        List<Figures> alone = alone(bed);
        FlightRecording recording = FlightRecording.start(ServiceProcess.of("gateway"));
        ClosedLoop.run(bed.connections(), bed.length().multipliedBy(bed.rounds()), through);
        Map<String, Double> shares = recording.shares(From.INNERMOST, WORKERS, OTHER);

        report.heading("P8 The gateway's share");
        report.paragraph("%d connections where requests/s are measured, one where latencies are; the same home pages."
                .formatted(bed.connections()));
        Table table = new Table("", "gateway", "directly", "ratio or difference", "target", "");
        double ratio = loaded.get(0).perSecond() / loaded.get(1).perSecond();
        double median = alone.get(0).p50() - alone.get(1).p50();
        double tail = alone.get(0).p99() - alone.get(1).p99();
        table.row(
                "requests/s",
                number(loaded.get(0).perSecond()),
                number(loaded.get(1).perSecond()),
                number(ratio),
                "at least 0.60",
                Verdict.atLeast(ratio, SHARE));
        table.row(
                "p50",
                millis(alone.get(0).p50()),
                millis(alone.get(1).p50()),
                millis(median),
                "at most 0.3 ms",
                Verdict.atMost(median, SLOWER_MEDIAN));
        table.row(
                "p99",
                millis(alone.get(0).p99()),
                millis(alone.get(1).p99()),
                millis(tail),
                "at most 1 ms",
                Verdict.atMost(tail, SLOWER_TAIL));
        report.table(table);
        report.paragraph("Of the gateway's own processor time under load, sampled, by who did it:");
        Table worked = new Table("by", "share");
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(share -> worked.row(share.getKey(), "%.0f %%".formatted(share.getValue() * 100)));
        report.table(worked);
    }

    /** Home pages through the gateway and directly, one connection. */
    static List<Figures> alone(Bed bed) throws Exception {
        return ClosedLoop.compare(1, bed.rounds(), bed.length(), bed.length().dividedBy(4), sides(bed.platform()));
    }

    /** Asked for late: the tokens of the second hold for five minutes. */
    private static List<Operation.Factory> sides(Platform platform) throws Exception {
        return List.of(
                new Calls(platform.gateway(), Readers.throughGateway(Readers.HOME)),
                new Calls(platform.postService(), Readers.directly(platform, Readers.HOME)));
    }
}
