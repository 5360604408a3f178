package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Scanner;
import java.util.concurrent.Callable;

import io.microblog.local.engine.Archives;
import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        description = "Stops everything and erases all data, logs and secrets, after asking.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        Progress progress = Progress.onStandardOutput();
        if (!yes && !confirmed(home)) {
            progress.say("Nothing was erased.");
            return 1;
        }
        try (PlatformLock _ = PlatformLock.take(home, progress)) {
            Platform platform = Microblog.platform(home, progress);
            platform.down(platform.parts());
            Archives.delete(home.data());
            Archives.delete(home.logs());
            Files.deleteIfExists(home.secrets());
        }
        progress.say("All data is erased.");
        return 0;
    }

    private static boolean confirmed(MicroblogHome home) {
        System.out.print("This erases all data in " + home.root() + ". Type yes to go on: ");
        System.out.flush();
        Scanner input = new Scanner(System.in, Charset.defaultCharset());
        return input.hasNextLine() && input.nextLine().trim().equals("yes");
    }
}
