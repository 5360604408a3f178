package io.microblog.local.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.microblog.local.engine.Distribution;
import io.microblog.local.engine.JavaProgram;
import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the module deploy/bench against a platform with a home of its own, which it starts and stops. */
@Command(
        name = "bench",
        description = {
            "Measures the platform against what its database, broker and processor could do at best.",
            "\"bench list\" shows what can be measured, \"bench --help\" the options. The data are kept apart, in the"
                    + " folder bench of the home. \"bench start\" measures how it starts."
        },
        subcommands = StartBenchmark.class)
final class BenchCommand implements Callable<Integer> {

    /** The others would only take memory and processor time from what is measured. */
    private static final Set<String> NEEDED =
            Set.of(Topology.POSTGRESQL, Topology.KAFKA, "user-service", "post-service", "gateway");

    /** What the benchmarks of search need besides; their names begin so. */
    private static final String SEARCH = "search";

    private static final Set<String> NEEDED_FOR_SEARCH = Set.of(Topology.ELASTICSEARCH, "search-service");

    /** What those of streams need besides; their names begin so. */
    private static final String STREAMS = "streaming";

    private static final Set<String> NEEDED_FOR_STREAMS = Set.of("notification-service");

    /** What those of mailings need besides; their names begin so. */
    private static final String MAIL = "announcement";

    private static final Set<String> NEEDED_FOR_MAIL = Set.of("notification-service", Topology.SANDBOXES);

    /** What is measured is mailed to nobody, whatever the shell says of Postmark. */
    private static final String POSTMARK = "POSTMARK_";

    /** The local platform saves memory and start-up time at the cost of speed; what is under load is not run so. */
    private static final String FOR_LOAD = "-Xmx512m -Xmn96m -XX:ReservedCodeCacheSize=160m " + Topology.BOTH_COMPILERS;

    /** By which it gets into the databases and to the broker. */
    private static final List<String> SECRETS = List.of(
            "POSTGRES_PASSWORD",
            "USER_SERVICE_DATABASE_PASSWORD",
            "POST_SERVICE_DATABASE_PASSWORD",
            "SEARCH_SERVICE_DATABASE_PASSWORD",
            "NOTIFICATION_SERVICE_DATABASE_PASSWORD",
            "POSTMARK_SERVER_TOKEN",
            Topology.KAFKA_PASSWORD);

    private static final Set<String> NEEDS_NO_PLATFORM = Set.of("list", "-h", "--help", "-V", "--version");

    /** Names and options are for the program that it starts. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        MicroblogHome home = home();
        if (arguments.isEmpty() || arguments.stream().anyMatch(NEEDS_NO_PLATFORM::contains)) {
            return run(home);
        }
        Progress progress = Progress.onStandardOutput();
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            start(Microblog.platform(Microblog.topology(home, shell()), home, progress), needed());
        }
        return run(home);
    }

    /** Whose data the benchmarks may change. */
    static MicroblogHome home() {
        return new MicroblogHome(MicroblogHome.fromEnvironment().root().resolve("bench"));
    }

    /** The settings of this shell, without those by which a service would mail to somebody. */
    static Map<String, String> withoutPostmark() {
        Map<String, String> shell = new HashMap<>(System.getenv());
        shell.keySet().removeIf(name -> name.startsWith(POSTMARK));
        return shell;
    }

    private static Map<String, String> shell() {
        Map<String, String> shell = withoutPostmark();
        shell.putIfAbsent(Topology.JAVA_OPTIONS, FOR_LOAD);
        shell.putIfAbsent(Topology.KAFKA_JAVA_OPTIONS, Topology.BOTH_COMPILERS);
        return shell;
    }

    private Set<String> needed() {
        Set<String> needed = new HashSet<>(NEEDED);
        if (arguments.stream().anyMatch(argument -> argument.startsWith(SEARCH))) {
            needed.addAll(NEEDED_FOR_SEARCH);
        }
        if (arguments.stream().anyMatch(argument -> argument.startsWith(STREAMS))) {
            needed.addAll(NEEDED_FOR_STREAMS);
        }
        if (arguments.stream().anyMatch(argument -> argument.startsWith(MAIL))) {
            needed.addAll(NEEDED_FOR_MAIL);
        }
        return needed;
    }

    /** What runs already goes on afterwards. */
    private static void start(Platform platform, Set<String> needed) {
        List<Part> parts = platform.parts().stream()
                .filter(part -> needed.contains(part.name()))
                .toList();
        List<Part> idle = new ArrayList<>(parts);
        idle.removeAll(platform.running());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.down(idle)));
        platform.up(parts);
    }

    private int run(MicroblogHome home) throws IOException, InterruptedException {
        Path built = Distribution.project().resolve("deploy/bench/target");
        if (!Files.exists(built.resolve("bench.jar"))) {
            throw new LauncherException(built.resolve("bench.jar") + " is missing: ./microblog build makes it.");
        }
        List<String> command = new ArrayList<>(List.of(JavaProgram.path(), "-Xmx1g", "-XX:+UseSerialGC", "-cp"));
        command.add(built.resolve("bench.jar") + File.pathSeparator + built.resolve("lib") + "/*");
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.add("io.microblog.bench.Bench");
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment(home));
        return builder.start().waitFor();
    }

    /** Where the parts are, and what opens them. */
    private static Map<String, String> environment(MicroblogHome home) {
        Secrets secrets = Secrets.in(home.secrets());
        Logs logs = new Logs(home.logs());
        Map<String, String> environment = new HashMap<>(Map.of(
                "BENCH_HOME",
                home.root().toString(),
                "BENCH_POSTGRES_URL",
                "jdbc:postgresql://127.0.0.1:" + Topology.POSTGRESQL_PORT + "/",
                "BENCH_POSTGRES_LOG",
                logs.of(Topology.POSTGRESQL).toString(),
                "BENCH_ELASTICSEARCH_LOG",
                logs.of(Topology.ELASTICSEARCH).toString(),
                "BENCH_KAFKA",
                "127.0.0.1:" + Topology.KAFKA_PORT,
                "BENCH_EXCHANGE_KEY",
                secrets.get(Topology.key("gateway", "user-service")),
                "BENCH_REINDEX_KEY",
                secrets.get(Topology.key(Topology.LAUNCHER, "search-service"))));
        SECRETS.forEach(name -> environment.put(name, secrets.get(name)));
        return environment;
    }
}
