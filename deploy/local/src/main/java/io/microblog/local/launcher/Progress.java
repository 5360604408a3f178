package io.microblog.local.launcher;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows how the parts come along: at a terminal one line a part, rewritten in place; elsewhere a line for each change. */
final class Progress {

    private record State(String text, boolean busy, Instant since) {}

    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, State> states = new LinkedHashMap<>();
    private int shown;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Progress onStandardOutput() {
        return new Progress(
                System.out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    boolean isTerminal() {
        return terminal;
    }

    /** The part is at something that takes time. */
    void busy(String part, String text) {
        set(part, text, true);
    }

    /** The part has come to rest. */
    void done(String part, String text) {
        set(part, text, false);
    }

    /** A line of its own, under the parts. */
    synchronized void say(String line) {
        out.println(line);
        shown = 0;
    }

    private synchronized void set(String part, String text, boolean busy) {
        State before = states.get(part);
        Duration took =
                before != null && before.busy() ? Duration.between(before.since(), Instant.now()) : Duration.ZERO;
        String suffix = !busy && took.toMillis() > 0 ? " (%.1f s)".formatted(took.toMillis() / 1000.0) : "";
        Instant since = before != null && before.busy() ? before.since() : Instant.now();
        states.put(part, new State(text + suffix, busy, since));
        if (terminal) {
            redraw();
        } else {
            out.println(line(part));
        }
    }

    private void redraw() {
        if (shown > 0) {
            out.printf("\u001b[%dA", shown);
        }
        states.keySet().forEach(part -> out.println(CLEAR_LINE + line(part)));
        out.flush();
        shown = states.size();
    }

    private String line(String part) {
        return "  %-22s%s"
                .formatted(
                        part,
                        states.getOrDefault(part, new State("", false, Instant.EPOCH))
                                .text());
    }
}
