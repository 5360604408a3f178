package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import io.microblog.local.deadletter.DeadLetter;
import io.microblog.local.deadletter.DeadLetters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Hands a group's dead letters back to it, and to no other group. Mend the cause first: what fails again is a dead "
                    + "letter again.",
            "Each dead letter is handed back once, however often this is run."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All that was asked for has been handed back.",
            "1:There is no such group or dead letter, or Kafka does not answer.",
            "2:The command line is wrong."
        })
final class DltReplayCommand implements Callable<Integer> {

    /** One of the two. */
    static final class Which {

        @Option(names = "--all", required = true, description = "All that wait.")
        private boolean all;

        @ArgGroup(exclusive = false)
        private @Nullable Position position;

        Predicate<DeadLetter> wanted() {
            return letter -> position == null
                    || (letter.partition() == position.partition && letter.offset() == position.offset);
        }
    }

    /** As list shows it: partition:offset. */
    static final class Position {

        @Option(names = "--partition", description = "With --offset; 0 when left out.", defaultValue = "0")
        private int partition;

        @Option(names = "--offset", required = true, description = "The one at this offset.")
        private long offset;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DltKafka kafka = new DltKafka();

    @Parameters(paramLabel = "GROUP", description = "As list shows it.")
    private String group = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Override
    public Integer call() {
        return kafka.use(this::replay);
    }

    private int replay(DeadLetters letters) {
        PrintWriter out = spec.commandLine().getOut();
        DltKafka.groups(letters, group);
        int count = letters.replay(group, which.wanted(), letter -> {
            out.printf("  %s %s %s%n", letter.position(), letter.type(), letter.key());
            out.flush();
        });
        out.println(
                count == 0
                        ? "Nothing waits there: it is not a dead letter, or has been replayed."
                        : count + " handed back to " + group + ". What fails again will be listed again.");
        out.flush();
        return count == 0 && !which.all ? 1 : 0;
    }
}
