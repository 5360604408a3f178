package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.microblog.local.demo.Demo;
import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./microblog bench start}: how long the whole platform takes to stand again, what its services cost until then
 * beside what plain starts cost, and what memory they hold.
 */
@Command(
        name = "start",
        description = "P9, P10, P15: starts and stops the whole platform, as it does and plainly.",
        mixinStandardHelpOptions = true)
final class StartBenchmark implements Callable<Integer> {

    /** What starts at once and is first used afterwards has come by then. */
    private static final Duration REST = Duration.ofSeconds(20);

    private static final double NANOS = 1e9;

    /** Of people who are there for a measurement alone. */
    private static final String PASSWORD = "as-long-as-it-takes";

    @Option(names = "--rounds", defaultValue = "5", description = "Starts of each kind; 0 for none (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "Of everyday use after a last start, to see what memory is held then; 0 for none"
                    + " (${DEFAULT-VALUE}).")
    private int minutes;

    /**
     * One start.
     *
     * @param seconds until all parts were ready
     * @param processor seconds that each service had used when it was ready
     * @param memory MiB that each service held after a rest
     */
    private record Start(double seconds, Map<String, Double> processor, Map<String, Long> memory) {

        double allProcessor() {
            return processor.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        double allMemory() {
            return sum(memory);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        MicroblogHome home = BenchCommand.home();
        Progress progress = Progress.onStandardOutput();
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            Topology archived = Microblog.topology(home, BenchCommand.withoutPostmark());
            if (!Microblog.platform(archived, home, progress).running().isEmpty()) {
                throw new LauncherException("A platform runs in " + home.root() + ": stop it first.");
            }
            progress.say("A first start, which makes what later ones find");
            start(archived, home, progress);
            List<Start> again = new ArrayList<>();
            List<Start> plain = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                progress.say("Start %d of %d".formatted(round, rounds));
                again.add(start(archived, home, progress));
                progress.say("Plain start %d of %d".formatted(round, rounds));
                plain.add(start(archived.plain(), home, progress));
            }
            if (rounds > 0) {
                print(again, plain);
            }
            if (minutes > 0) {
                use(archived, home, progress);
            }
        }
        return 0;
    }

    /** What is done with a platform that has been started and has rested, given the seconds until it was ready. */
    private interface Visit<T> {

        T make(double seconds) throws InterruptedException;
    }

    /** Brings a platform up for a visit, and down again in any case. */
    private static <T> T visit(Platform platform, Visit<T> visit) throws InterruptedException {
        Thread stop = new Thread(() -> platform.down(platform.parts()));
        Runtime.getRuntime().addShutdownHook(stop);
        long begin = System.nanoTime();
        platform.up(platform.parts());
        double seconds = (System.nanoTime() - begin) / NANOS;
        Thread.sleep(REST);
        T seen = visit.make(seconds);
        platform.down(platform.parts());
        Runtime.getRuntime().removeShutdownHook(stop);
        return seen;
    }

    /** Memory before and after everyday use. */
    private record Use(Map<String, Long> before, long requests, Map<String, Long> after) {}

    private void use(Topology topology, MicroblogHome home, Progress progress) throws InterruptedException {
        Platform platform = new Platform(topology.parts(), home, progress);
        Use use = visit(platform, _ -> {
            Map<String, Long> before = memory(platform);
            long requests = live(home, progress);
            return new Use(before, requests, memory(platform));
        });
        Table table = new Table("MiB", "after the start", "after %d requests".formatted(use.requests()), "ratio");
        double all = sum(use.after());
        add(table, "memory of the services", sum(use.before()), all, all / sum(use.before()));
        Topology.SERVICES.forEach(service -> {
            double start = use.before().getOrDefault(service.name(), 0L);
            double end = use.after().getOrDefault(service.name(), 0L);
            add(table, "  " + service.name(), start, end, end / start);
        });
        print(table);
    }

    /**
     * Lets the people of the demo enter and use the platform.
     *
     * @return how many requests they made of it
     */
    private long live(MicroblogHome home, Progress progress) throws InterruptedException {
        Demo demo = new Demo(
                Topology.URL,
                "http://127.0.0.1:" + Topology.POSTMARK_PORT,
                Secrets.in(home.secrets()).get("POSTMARK_SERVER_TOKEN"),
                home.data().resolve("demo"),
                (kind, count, of) -> {});
        progress.say("People enter");
        demo.run(PASSWORD);
        progress.say("They use it for %d minutes".formatted(minutes));
        return demo.live(Duration.ofMinutes(minutes));
    }

    private static void add(Table table, String what, double one, double other, double ratio) {
        table.add(what, number(one), number(other), String.format(Locale.ROOT, "%.2f", ratio));
    }

    private static Map<String, Long> memory(Platform platform) {
        Map<String, Long> memory = new ConcurrentHashMap<>();
        Topology.SERVICES.forEach(service -> platform.process(platform.part(service.name()))
                .ifPresent(process -> memory.put(service.name(), ProcessMemory.mebibytes(process.handle()))));
        return memory;
    }

    private static double sum(Map<String, Long> memory) {
        return memory.values().stream().mapToDouble(Long::doubleValue).sum();
    }

    private static Start start(Topology topology, MicroblogHome home, Progress progress) throws InterruptedException {
        Map<String, Double> processor = new ConcurrentHashMap<>();
        List<Part> parts = topology.parts().stream()
                .map(part -> part.then(() -> processor.put(part.name(), processorSeconds(home, part))))
                .toList();
        Platform platform = new Platform(parts, home, progress);
        return visit(platform, seconds -> {
            Map<String, Long> memory = memory(platform);
            processor.keySet().retainAll(memory.keySet());
            return new Start(seconds, processor, memory);
        });
    }

    private static double processorSeconds(MicroblogHome home, Part part) {
        return new Ledger(home.run())
                .find(part.name())
                .flatMap(process -> process.handle().info().totalCpuDuration())
                .map(used -> used.toNanos() / NANOS)
                .orElse(Double.NaN);
    }

    private void print(List<Start> again, List<Start> plain) {
        Table table = new Table("median of " + rounds, "again", "plain", "ratio");
        row(table, "until all is ready, s", again, plain, Start::seconds);
        row(table, "processors of the services until ready, s", again, plain, Start::allProcessor);
        Topology.SERVICES.forEach(service -> row(
                table,
                "  " + service.name(),
                again,
                plain,
                start -> start.processor().getOrDefault(service.name(), Double.NaN)));
        row(table, "memory of the services, MiB", again, plain, Start::allMemory);
        Topology.SERVICES.forEach(service -> row(
                table,
                "  " + service.name(),
                again,
                plain,
                start -> start.memory().getOrDefault(service.name(), 0L)));
        print(table);
    }

    private static void print(Table table) {
        table.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    private static void row(
            Table table, String what, List<Start> again, List<Start> plain, ToDoubleFunction<Start> figure) {
        double with = median(again, figure);
        double without = median(plain, figure);
        add(table, what, with, without, with / without);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
