package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.microblog.local.deadletter.DeadLetter;
import io.microblog.local.deadletter.DeadLetters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Shows each dead letter: its group and position, when and why the group gave up on it.",
        mixinStandardHelpOptions = true)
final class DltListCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DltKafka kafka = new DltKafka();

    @Parameters(paramLabel = "GROUP", arity = "0..1", description = "All groups when left out.", defaultValue = "")
    private String group = "";

    @Option(names = "--all", description = "Those too that have been replayed.")
    private boolean all;

    @Option(
            names = {"-n", "--limit"},
            description = "How many at most, the newest of each group (${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int limit;

    @Override
    public Integer call() {
        return kafka.use(letters -> {
            PrintWriter out = spec.commandLine().getOut();
            List<DeadLetter> found = new ArrayList<>();
            DltKafka.groups(letters, group).forEach(name -> found.addAll(newest(letters, name)));
            if (found.isEmpty()) {
                out.println("No dead letters.");
                return 0;
            }
            Table table = new Table("GROUP", "AT", "TIME", "TYPE", "TOPIC", "KEY", "STATE", "CAUSE");
            found.forEach(letter -> table.add(
                    letter.group(),
                    letter.position(),
                    TIME.format(letter.time()),
                    letter.type(),
                    letter.topic(),
                    letter.key(),
                    letter.replayed() ? "replayed" : "waiting",
                    letter.cause()));
            table.print(out);
            return 0;
        });
    }

    private List<DeadLetter> newest(DeadLetters letters, String name) {
        List<DeadLetter> found = letters.of(name).stream()
                .filter(letter -> all || !letter.replayed())
                .toList();
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }
}
