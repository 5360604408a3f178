package io.microblog.local.engine;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends the processes and removes the folders of this JVM when it is gone, be it by {@code kill -9}: a shell beside it that waits for the
 * end of its input.
 */
final class Reaper {

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            pids=
            while IFS= read -r line; do
              case $line in
                +*) pids="$pids ${line#+} " ;;
                -*) pids=$(printf %s "$pids" | sed "s/ ${line#-} //") ;;
                /*) set -- "$@" "$line" ;;
              esac
            done
            for pid in $pids; do kill -9 "$pid"; done
            sleep 1
            rm -rf -- "$@"
            """;

    private static final Reaper INSTANCE = new Reaper();

    private final Writer orders;

    private Reaper() {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "reaper")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            orders = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void watch(ChildProcess process) {
        INSTANCE.order("+" + process.pid());
    }

    /** The process has ended: its id may come to belong to a stranger. */
    static void forget(ChildProcess process) {
        INSTANCE.order("-" + process.pid());
    }

    static void removeAtEnd(Path folder) {
        INSTANCE.order(folder.toAbsolutePath().toString());
    }

    private synchronized void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
