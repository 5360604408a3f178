package io.microblog.local.launcher;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts whatever does not run, and stays until Ctrl-C, which stops everything.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Option(
            names = {"-d", "--detach"},
            description = "Return when all is ready, and leave it running.")
    private boolean detach;

    @Override
    public Integer call() throws InterruptedException {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        Progress progress = Progress.onStandardOutput();
        Platform platform;
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            platform = Microblog.platform(home, progress);
            if (!detach) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.down(platform.parts())));
            }
            platform.up(platform.parts());
        }
        progress.say("Microblog is ready: " + Topology.URL + (detach ? "" : "   (Ctrl-C stops everything)"));
        if (!detach) {
            watch(platform, progress);
        }
        return 0;
    }

    /** Tells when a part ends by itself; returns when none runs any more. */
    private static void watch(Platform platform, Progress progress) throws InterruptedException {
        Set<String> running = names(platform.running());
        while (!running.isEmpty()) {
            Thread.sleep(1000);
            Set<String> now = names(platform.running());
            Set<String> ended = new HashSet<>(running);
            ended.removeAll(now);
            ended.forEach(part -> progress.say(part + " has ended. Its log is "
                    + platform.logs().of(part) + "; ./microblog start " + part + " starts it again."));
            now.forEach(platform.logs()::bound);
            running = now;
        }
        progress.say("Nothing runs any more.");
    }

    private static Set<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.toSet());
    }
}
