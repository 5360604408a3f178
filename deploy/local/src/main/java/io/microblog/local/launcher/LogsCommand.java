package io.microblog.local.launcher;

import java.util.List;
import java.util.concurrent.Callable;

import io.microblog.local.engine.MicroblogHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = "Shows the end of a part's log, or of all of them.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", arity = "0..1", description = "As status shows it; all parts when left out.")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many lines of each (${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        Platform platform = Microblog.platform(MicroblogHome.fromEnvironment(), Progress.onStandardOutput());
        List<Part> wanted = part == null ? platform.parts() : List.of(platform.part(part));
        for (Part one : wanted) {
            System.out.println("==> " + platform.logs().of(one.name()) + " <==");
            platform.logs().tail(one.name(), lines).forEach(System.out::println);
        }
        if (follow) {
            follow(platform, wanted);
        }
        return 0;
    }

    private static void follow(Platform platform, List<Part> wanted) throws InterruptedException {
        List<Thread> followers = wanted.stream()
                .map(one -> Thread.ofVirtual().start(() -> platform.logs().follow(one.name(), System.out)))
                .toList();
        for (Thread follower : followers) {
            follower.join();
        }
    }
}
