package io.microblog.local.launcher;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.microblog.local.demo.DemoException;
import io.microblog.local.engine.Distribution;
import io.microblog.local.engine.EngineException;
import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./microblog}. */
@Command(
        name = "microblog",
        description = "Runs the whole platform on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "  test [maven arguments]   run all tests",
            "  build                    build without tests",
            "",
            "Everything is kept in MICROBLOG_HOME (by default ~/.microblog, for root /var/lib/microblog)."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StartCommand.class,
            StopCommand.class,
            RestartCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            DemoCommand.class,
            AdminCommand.class,
            DltCommand.class,
            ReindexCommand.class,
            AccessCommand.class,
            BenchCommand.class
        })
public final class Microblog {

    private Microblog() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Microblog()).setExecutionExceptionHandler((e, commandLine, _) -> {
            commandLine.getErr().println(explain(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    /** Our own exceptions speak for themselves; of any other the kind says more than the message alone. */
    static String explain(Exception e) {
        if (e instanceof LauncherException || e instanceof EngineException || e instanceof DemoException) {
            return String.valueOf(e.getMessage());
        }
        return e.getCause() == null ? e.toString() : e + " (" + e.getCause() + ")";
    }

    /** The platform of this machine, with the copies of services that run beside those of the topology. */
    static Platform platform(MicroblogHome home, Progress progress) {
        return platform(topology(home), home, progress);
    }

    /** @param topology in that home */
    static Platform platform(Topology topology, MicroblogHome home, Progress progress) {
        Stream<Part> copies = new Ledger(home.run()).running().stream().flatMap(name -> topology.copy(name).stream());
        List<Part> parts = Stream.concat(topology.parts().stream(), copies).toList();
        return new Platform(parts, home, progress);
    }

    static Topology topology(MicroblogHome home) {
        return topology(home, System.getenv());
    }

    /** @param shell the settings that the launcher was given */
    static Topology topology(MicroblogHome home, Map<String, String> shell) {
        return new Topology(home, Distribution.project(), Secrets.in(home.secrets()), shell);
    }
}
