package io.microblog.bench.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Ids;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** Writing posts, against the transaction behind it alone. */
public final class Posting implements Benchmark {

    private static final double SHARE = 0.7;
    private static final int AUTHORS = 100;

    /**
     * What came of one side.
     *
     * @param settled posts/s when the time counts, too, until they are sent and fanned out
     */
    private record Side(Figures acknowledged, double settled) {}

    @Override
    public String name() {
        return "posting";
    }

    @Override
    public String description() {
        return "P2: posts acknowledged, against the same transaction with its outbox row by JDBC";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        PostTransaction transaction = PostTransaction.observed(platform, 0);
        List<HttpCall> through = IntStream.range(0, AUTHORS)
                .mapToObj(person -> PostTransaction.post(SignedIn.token(person)))
                .toList();
        List<Side> found = compare(
                bed,
                List.of(
                        () -> new Calls(platform.postService(), direct(platform)),
                        () -> new Calls(platform.gateway(), through),
                        () -> written(platform, transaction)));

        report.heading("P2 Posting");
        report.paragraph(
                "%d connections, every commit flushed to disk. The transaction is the one that post-service was seen"
                                .formatted(bed.connections())
                        + " to make, " + transaction.statements()
                        + " statements, with other ids and authors. What either side writes is sent and fanned out meanwhile,"
                        + " on the same processors: the faster side puts more of that off until later, so the last two columns"
                        + " count the time until it is done, too.");
        Table table = new Table("", "posts/s", "p50", "p99", "ratio", "target", "", "settled/s", "ratio");
        Side limit = found.get(2);
        row(table, "post-service", found.get(0), limit);
        row(table, "through the gateway", found.get(1), limit);
        table.row(
                "transaction alone",
                number(limit.acknowledged().perSecond()),
                millis(limit.acknowledged().p50()),
                millis(limit.acknowledged().p99()),
                "",
                "",
                "",
                number(limit.settled()),
                "");
        report.table(table);
    }

    /** With internal tokens, which hold for five minutes. */
    private static List<HttpCall> direct(Platform platform) throws IOException {
        List<HttpCall> calls = new ArrayList<>();
        for (int person = 0; person < AUTHORS; person++) {
            calls.add(PostTransaction.post(Access.internalToken(platform, person)));
        }
        return calls;
    }

    private static void row(Table table, String name, Side side, Side limit) {
        Figures figures = side.acknowledged();
        double ratio = figures.perSecond() / limit.acknowledged().perSecond();
        table.row(
                name,
                number(figures.perSecond()),
                millis(figures.p50()),
                millis(figures.p99()),
                number(ratio),
                "at least 0.70",
                Verdict.atLeast(ratio, SHARE),
                number(side.settled()),
                number(side.settled() / limit.settled()));
    }

    /** In turns, each when what the last has set off is done. */
    private static List<Side> compare(Bed bed, List<Callable<Operation.Factory>> sides) throws Exception {
        List<List<Side>> found = new ArrayList<>();
        sides.forEach(_ -> found.add(new ArrayList<>()));
        try (Backlog backlog = new Backlog(bed.platform())) {
            for (Callable<Operation.Factory> side : sides) {
                ClosedLoop.warmUp(bed.connections(), bed.warmUp(), side.call());
            }
            for (int round = 0; round < bed.rounds(); round++) {
                for (int side = 0; side < sides.size(); side++) {
                    backlog.awaitRest();
                    found.get(side).add(measure(bed, sides.get(side).call(), backlog));
                }
            }
        }
        return found.stream().map(Posting::median).toList();
    }

    private static Side measure(Bed bed, Operation.Factory operations, Backlog backlog) throws Exception {
        Figures figures = ClosedLoop.run(bed.connections(), bed.length(), operations);
        long start = System.nanoTime();
        backlog.awaitNone();
        double seconds = bed.length().toNanos() / 1e9;
        double later = (System.nanoTime() - start) / 1e9;
        return new Side(figures, figures.perSecond() * seconds / (seconds + later));
    }

    private static Side median(List<Side> rounds) {
        return new Side(
                Figures.median(rounds.stream().map(Side::acknowledged).toList()),
                Figures.median(rounds.stream().mapToDouble(Side::settled).toArray()));
    }

    private static Operation.Factory written(Platform platform, PostTransaction transaction) {
        return thread -> {
            Connection connection = platform.connect("post_service");
            connection.setAutoCommit(false);
            return new Operation() {
                private int next = thread * 7;

                @Override
                public void run() throws SQLException {
                    transaction.write(connection, Ids.person(next++ % AUTHORS));
                    connection.commit();
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        };
    }
}
