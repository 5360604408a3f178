package io.microblog.bench.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.microblog.bench.benchmark.FlightRecording.From;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.ClosedLoop;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.Operation;
import io.microblog.bench.report.Report;
import io.microblog.bench.report.Table;
import io.microblog.bench.sql.StatementLog;
import io.microblog.bench.sql.StatementTime;

import static io.microblog.bench.benchmark.Verdict.number;

/** What a post costs, from the request that makes it until all that it sets off is done, told apart by who spends it. */
public final class PostingCost implements Benchmark {

    private static final int AUTHORS = 200;

    /** Of the statements that take longest. */
    private static final int STATEMENTS = 15;

    private static final int WIDTH = 110;

    private static final String OTHER = "else";

    /** By their classes, the outermost of a stack first. */
    private static final Map<String, String> TASKS = tasks();

    private static Map<String, String> tasks() {
        Map<String, String> tasks = new LinkedHashMap<>();
        tasks.put("io.microblog.kit.event.OutboxRelay", "relay");
        tasks.put("io.microblog.post.home.FanOutListener", "fan-out");
        tasks.put("io.microblog.post.home.BoostListener", "boosts");
        tasks.put("io.microblog.post.home.CarriedPosts", "reach");
        tasks.put("io.microblog.post.trend.", "trends");
        tasks.put("io.microblog.post.insight.InsightListener", "insights");
        tasks.put("io.microblog.user.account.PostCounter", "counts of posts");
        tasks.put("org.apache.tomcat.util.net.SocketProcessorBase", "requests");
        tasks.put("org.apache.kafka.clients.consumer.", "Kafka's consumers");
        tasks.put("org.apache.kafka.clients.producer.", "Kafka's producer");
        return tasks;
    }

    @Override
    public String name() {
        return "posting-cost";
    }

    @Override
    public String description() {
        return "What a post costs until all of it is done, in milliseconds of processors, by process, task and statement";
    }

    @Override
    public void run(Bed bed, Report report) throws Exception {
        bed.people();
        List<HttpCall> calls = IntStream.range(0, AUTHORS)
                .mapToObj(person -> PostTransaction.post(SignedIn.token(person)))
                .toList();
        Calls posting = new Calls(bed.platform().gateway(), calls);
        try (Backlog backlog = new Backlog(bed.platform())) {
            ClosedLoop.warmUp(bed.connections(), bed.warmUp(), posting);
            backlog.awaitRest();
            processors(bed, posting, backlog, report);
            statements(bed, posting, backlog, report);
        }
    }

    private static void processors(Bed bed, Calls posting, Backlog backlog, Report report) throws Exception {
        ServiceProcess postService = ServiceProcess.of("post-service");
        ServiceProcess userService = ServiceProcess.of("user-service");
        FlightRecording posts = FlightRecording.start(postService);
        FlightRecording users = FlightRecording.start(userService);
        ProcessorTimes before = ProcessorTimes.now(bed.platform());
        double written = post(bed, posting, backlog);
        Map<String, Duration> used = ProcessorTimes.now(bed.platform()).since(before);

        report.heading("What a post costs");
        report.paragraph(
                "%,.0f posts through the gateway, %d connections, until all is sent and fanned out, each service sampled meanwhile. Milliseconds of processor time a post."
                        .formatted(written, bed.connections()));
        Table table = new Table("", "ms a post", "of which", "");
        Map<String, Map<String, Double>> tasks = Map.of(
                "post-service", posts.shares(From.OUTERMOST, TASKS, OTHER),
                "user-service", users.shares(From.OUTERMOST, TASKS, OTHER));
        longestFirst(used, Duration::toNanos).forEach((part, time) -> {
            double each = time.toNanos() / 1e6 / written;
            table.row(part, number(each), "", "");
            longestFirst(tasks.getOrDefault(part, Map.of()), share -> (long) (share * 1e6))
                    .forEach((task, share) -> table.row("", "", task, number(each * share)));
        });
        double sum = used.values().stream().mapToLong(Duration::toNanos).sum() / 1e6 / written;
        report.table(table.row("all", number(sum), "", ""));
    }

    private static void statements(Bed bed, Calls posting, Backlog backlog, Report report) throws Exception {
        Map<String, StatementTime> times;
        double[] written = new double[1];
        try (StatementLog log = new StatementLog(bed.platform(), "post-service")) {
            times = log.times(() -> written[0] = post(bed, posting, backlog));
        }
        report.paragraph(
                "The statements of post-service that take longest, with what they wait for (each is logged meanwhile, which costs time, too). Milliseconds a post.");
        Table table = new Table("ms a post", "calls a post", "statement");
        longestFirst(times, time -> (long) (time.millis() * 1e6)).entrySet().stream()
                .limit(STATEMENTS)
                .forEach(entry -> table.row(
                        number(entry.getValue().millis() / written[0]),
                        number(entry.getValue().calls() / written[0]),
                        line(entry.getKey())));
        double all = times.values().stream().mapToDouble(StatementTime::millis).sum();
        double calls = times.values().stream().mapToInt(StatementTime::calls).sum();
        report.table(table.row(number(all / written[0]), number(calls / written[0]), "all"));
    }

    /** How many were written, those before the measurement settled too; all is done afterwards. */
    private static double post(Bed bed, Calls posting, Backlog backlog) throws Exception {
        LongAdder written = new LongAdder();
        ClosedLoop.run(bed.connections(), bed.length(), thread -> {
            Operation operation = posting.open(thread);
            return new Operation() {
                @Override
                public void run() throws Exception {
                    operation.run();
                    written.increment();
                }

                @Override
                public void close() throws IOException, SQLException {
                    operation.close();
                }
            };
        });
        backlog.awaitRest();
        return written.sum();
    }

    private interface Length<T> {
        long of(T value);
    }

    private static <T> Map<String, T> longestFirst(Map<String, T> found, Length<T> length) {
        Map<String, T> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingLong((Entry<String, T> entry) -> length.of(entry.getValue()))
                        .reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Its beginning on one line, as a cell of a table. */
    private static String line(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ").replace('|', '¦');
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
    }
}
