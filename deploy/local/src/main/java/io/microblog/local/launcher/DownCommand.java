package io.microblog.local.launcher;

import java.util.concurrent.Callable;

import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything. All data stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        Progress progress = Progress.onStandardOutput();
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            Platform platform = Microblog.platform(home, progress);
            if (platform.running().isEmpty()) {
                progress.say("Nothing runs.");
            }
            platform.down(platform.parts());
        }
        return 0;
    }
}
