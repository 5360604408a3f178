package io.microblog.local.launcher;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.microblog.local.engine.ChildProcess;
import io.microblog.local.engine.MicroblogHome;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description =
                "Shows each part: its state, port, memory, process and since when it runs. Exits with 1 unless all are ready.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-22s %-14s %6s %9s %8s  %s%n";

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private record Row(boolean ready, long memory, String text) {}

    @Override
    public Integer call() {
        MicroblogHome home = MicroblogHome.fromEnvironment();
        Platform platform = Microblog.platform(home, Progress.onStandardOutput());
        System.out.printf(ROW, "PART", "STATE", "PORT", "MEMORY", "PID", "SINCE");
        List<Row> rows = platform.parts().parallelStream()
                .map(part -> platform.process(part)
                        .map(process -> running(part, process))
                        .orElseGet(() -> stopped(part)))
                .collect(Collectors.toList());
        rows.forEach(row -> System.out.print(row.text()));
        System.out.printf(ROW, "", "", "", rows.stream().mapToLong(Row::memory).sum() + " MiB", "", "");
        return rows.stream().allMatch(Row::ready) ? 0 : 1;
    }

    private static Row running(Part part, ChildProcess process) {
        boolean ready = part.ready().getAsBoolean();
        long memory = ProcessMemory.mebibytes(process.handle());
        Instant since = Ledger.started(process.handle());
        String state = ready ? "ready" : "not answering";
        return new Row(
                ready,
                memory,
                ROW.formatted(part.name(), state, part.port(), memory + " MiB", process.pid(), SINCE.format(since)));
    }

    private static Row stopped(Part part) {
        String owner = PortOwner.of(part.port())
                .map(stranger -> "port in use by " + stranger)
                .orElse("");
        return new Row(false, 0, ROW.formatted(part.name(), "stopped", part.port(), "", "", owner));
    }
}
