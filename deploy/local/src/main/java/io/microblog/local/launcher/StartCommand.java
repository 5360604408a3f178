package io.microblog.local.launcher;

import java.util.List;
import java.util.concurrent.Callable;

import io.microblog.local.engine.MicroblogHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts one part, and waits until it is ready.", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "As status shows it.")
    private String part = "";

    @Option(
            names = "--port",
            description =
                    "Start a further copy of a service on this port (and its management port 1000 above). The gateway shares the "
                            + "work among the copies that run when it starts.")
    private @Nullable Integer port;

    @Override
    public Integer call() {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        Progress progress = Progress.onStandardOutput();
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            Platform platform = Microblog.platform(home, progress);
            platform.up(List.of(port == null ? platform.part(part) : copy(home, part + "-" + port)));
        }
        return 0;
    }

    private static Part copy(MicroblogHome home, String name) {
        return Microblog.topology(home)
                .copy(name)
                .orElseThrow(() ->
                        new LauncherException("Only services have copies, on another port than their own: " + name));
    }
}
