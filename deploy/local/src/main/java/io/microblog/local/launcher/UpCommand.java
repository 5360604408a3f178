package io.microblog.local.launcher;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

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
        long begin = System.nanoTime();
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
        welcome(progress, Duration.ofNanos(System.nanoTime() - begin));
        if (!detach) {
            watch(platform, progress);
        }
        return 0;
    }

    private void welcome(Progress progress, Duration took) {
        progress.say("Microblog is ready after %d s: %s%s"
                .formatted(took.toSeconds(), Topology.URL, detach ? "" : "   (Ctrl-C stops everything)"));
        progress.say("Its mails, such as the one that confirms a sign-up: http://localhost:" + Topology.POSTMARK_PORT);
        progress.say("Next: sign up there, or let ./microblog demo bring people and posts"
                + (detach ? "; ./microblog down stops everything." : " (in a second terminal)."));
    }

    /** Tells when a part ends by itself, and bounds the logs; returns when none runs any more. */
    private static void watch(Platform platform, Progress progress) throws InterruptedException {
        Set<Part> told = new HashSet<>();
        Set<Part> suspected = Set.of();
        while (!platform.running().isEmpty()) {
            Thread.sleep(1000);
            // One that is being stopped also looks dead, for a moment: only who does so twice is.
            Set<Part> dead = Set.copyOf(platform.dead());
            told.retainAll(dead);
            for (Part part : dead) {
                if (suspected.contains(part) && told.add(part)) {
                    progress.say("%s has ended. Its log is %s; ./microblog start %s starts it again."
                            .formatted(part.name(), platform.logs().of(part.name()), part.name()));
                }
            }
            suspected = dead;
            platform.running().forEach(part -> platform.logs().bound(part.name()));
        }
        progress.say("Nothing runs any more.");
    }
}
