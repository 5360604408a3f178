package io.microblog.local.launcher;

import java.util.List;
import java.util.concurrent.Callable;

import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stops one part.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "As status shows it.")
    private String part = "";

    @Override
    public Integer call() {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        Progress progress = Progress.onStandardOutput();
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            Platform platform = Microblog.platform(home, progress);
            platform.down(List.of(platform.part(part)));
        }
        return 0;
    }
}
