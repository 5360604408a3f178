package io.microblog.bench.benchmark;

import java.util.List;
import java.util.function.IntFunction;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Habits;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.Figures;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;

import static io.microblog.bench.benchmark.Verdict.millis;
import static io.microblog.bench.benchmark.Verdict.number;

/** What other pages cost beside a home page, and what filters add to that. */
public final class Pages implements Benchmark {

    private static final double RATIO = 1.3;
    private static final int STATUSES = 20;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String description() {
        return "a list, a home with a hundred filtered keywords, trends, against an unfiltered home page";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        Platform platform = bed.platform();
        try (Habits habits = new Habits(platform.connect("post_service"))) {
            habits.keepLists(Readers.PEOPLE);
            habits.makeTrends();
            List<Operation.Factory> sides = List.of(
                    calls(platform, _ -> Readers.HOME),
                    calls(platform, person -> "/api/v1/timelines/list/" + Habits.list(person) + "?limit=20"),
                    calls(platform, _ -> "/api/v1/trends/statuses?limit=20"),
                    calls(platform, _ -> "/api/v1/trends/tags?limit=20"));
            List<Figures> plain = measure(bed, sides);
            habits.keepFilters(Readers.PEOPLE);
            // The hashtags, which nobody filters, tell whether the machine is as fast as before.
            List<Figures> filtered = measure(bed, List.of(sides.getFirst(), sides.getLast()));
            write(report, plain, filtered);
        }
    }

    private static Operation.Factory calls(Platform platform, IntFunction<String> path) {
        return new CallsAnew(platform.postService(), () -> Readers.directly(platform, path));
    }

    private static List<Figures> measure(Bed bed, List<Operation.Factory> sides) throws Exception {
        return ClosedLoop.compare(1, bed.rounds(), bed.length(), bed.warmUp(), sides);
    }

    private static void write(Report report, List<Figures> plain, List<Figures> filtered) {
        report.heading("Other pages beside a home page (20 statuses, signed in)");
        report.paragraph("post-service directly, one connection. Lists have up to 100 members; filtered homes have five"
                + " filters of twenty keywords each.");
        Table table = new Table("page", "p50", "p99", "to an unfiltered home", "target", "");
        double home = plain.getFirst().p50();
        double machine = filtered.getLast().p50() / plain.getLast().p50();
        Figures withFilters = filtered.getFirst();
        row(table, "home", plain.get(0), 1);
        row(table, "list", plain.get(1), plain.get(1).p50() / home);
        row(table, "filtered home", withFilters, withFilters.p50() / machine / home);
        row(table, "trending statuses", plain.get(2), plain.get(2).p50() / home);
        row(table, "trending hashtags", plain.get(3), plain.get(3).p50() / home);
        report.table(table);
        report.paragraph(
                "A hundred filtered keywords cost %.1f µs a status; the machine took %s times as long as before."
                        .formatted((withFilters.p50() / machine - home) * 1_000 / STATUSES, number(machine)));
    }

    private static void row(Table table, String page, Figures figures, double ratio) {
        table.row(
                page,
                millis(figures.p50()),
                millis(figures.p99()),
                number(ratio),
                "at most " + RATIO,
                Verdict.atMost(ratio, RATIO));
    }
}
