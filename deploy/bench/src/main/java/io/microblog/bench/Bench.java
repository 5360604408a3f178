package io.microblog.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.bench.benchmark.AnnouncementMail;
import io.microblog.bench.benchmark.Bed;
import io.microblog.bench.benchmark.Benchmark;
import io.microblog.bench.benchmark.FanOut;
import io.microblog.bench.benchmark.Floods;
import io.microblog.bench.benchmark.GatewayShare;
import io.microblog.bench.benchmark.Growth;
import io.microblog.bench.benchmark.HomePage;
import io.microblog.bench.benchmark.Pages;
import io.microblog.bench.benchmark.Plans;
import io.microblog.bench.benchmark.Posting;
import io.microblog.bench.benchmark.PostingCost;
import io.microblog.bench.benchmark.Reindexing;
import io.microblog.bench.benchmark.SearchQuality;
import io.microblog.bench.benchmark.SearchSpeed;
import io.microblog.bench.benchmark.Searchable;
import io.microblog.bench.benchmark.SignIn;
import io.microblog.bench.benchmark.Streaming;
import io.microblog.bench.benchmark.SuggestionSpeed;
import io.microblog.bench.benchmark.TokenExchange;
import io.microblog.bench.benchmark.Visibility;
import io.microblog.bench.data.Generator;
import io.microblog.bench.data.Scale;
import io.microblog.bench.report.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command {@code ./microblog bench}, once the platform runs. */
@Command(
        name = "microblog bench",
        description = "Measures the running platform; \"list\" shows what can be measured.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL = List.of(
            new HomePage(),
            new Pages(),
            new Posting(),
            new PostingCost(),
            new FanOut(),
            new Visibility(),
            new GatewayShare(),
            new TokenExchange(),
            new SignIn(),
            new Floods(),
            new Plans(),
            new Growth());

    /** Those that need search-service and Elasticsearch, too; named {@code search…}, by which the launcher knows them. */
    private static final List<Benchmark> OF_SEARCH =
            List.of(new SearchSpeed(), new SuggestionSpeed(), new Reindexing(), new Searchable(), new SearchQuality());

    /** Those that need notification-service; named {@code streaming…}, by which the launcher knows them. */
    private static final List<Benchmark> OF_STREAMS = List.of(new Streaming());

    /** Those that need notification-service and the sandboxes; named {@code announcement…}, for the same reason. */
    private static final List<Benchmark> OF_MAIL = List.of(new AnnouncementMail());

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "list, generate, all, search-all, or what to measure.")
    private List<String> names = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "Of the data (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--scale",
            defaultValue = "16",
            description = "Of the data: 16 is 10,000 people and 1,000,000 posts (${DEFAULT-VALUE}).")
    private int scale;

    @Option(names = "--rounds", defaultValue = "5", description = "Measurements of each side (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "8", description = "Length of a measurement (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "15",
            description = "Seconds of each side, before, and again until that makes it no faster (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--connections", defaultValue = "8", description = "At once (${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--sockets",
            defaultValue = "2000",
            description = "Open at once, where streams are measured (${DEFAULT-VALUE}).")
    private int sockets;

    @Option(
            names = "--recipients",
            defaultValue = "100000",
            description = "Of an announcement, where mailings are measured (${DEFAULT-VALUE}).")
    private int recipients;

    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (names.contains("list")) {
            benchmarks().forEach(one -> System.out.printf("  %-16s%s%n", one.name(), one.description()));
            return 0;
        }
        Bed bed = new Bed(
                Platform.fromEnvironment(),
                seed,
                new Scale(scale),
                rounds,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                connections,
                sockets,
                recipients,
                System.out::println);
        if (names.contains("generate")) {
            new Generator(bed.platform(), bed.progress()).generate(seed, bed.scale());
        }
        for (Benchmark one : wanted()) {
            Report report = new Report(System.out);
            one.run(bed, report);
            System.out.println("\nKept in " + report.save(bed.platform().home().resolve("reports"), one.name()));
        }
        return 0;
    }

    private static Stream<Benchmark> benchmarks() {
        return Stream.of(ALL, OF_SEARCH, OF_STREAMS, OF_MAIL).flatMap(List::stream);
    }

    private List<Benchmark> wanted() {
        if (names.contains("all")) {
            return ALL;
        }
        if (names.contains("search-all")) {
            return OF_SEARCH;
        }
        Map<String, Benchmark> byName = benchmarks().collect(Collectors.toMap(Benchmark::name, Function.identity()));
        return names.stream()
                .filter(name -> !name.equals("generate"))
                .flatMap(name -> Stream.of(find(byName, name)))
                .toList();
    }

    private Benchmark find(Map<String, Benchmark> byName, String name) {
        Benchmark found = byName.get(name);
        if (found == null) {
            throw new ParameterException(new CommandLine(this), "Nothing called " + name + " can be measured.");
        }
        return found;
    }
}
