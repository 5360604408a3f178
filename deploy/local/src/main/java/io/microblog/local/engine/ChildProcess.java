package io.microblog.local.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A process that this platform has started, now or in an earlier run.
 *
 * <p>It runs in a session of its own, so a Ctrl-C at the terminal reaches only its parent, and it goes on when the parent ends. Its
 * output is appended to a file, its input is empty.
 */
public final class ChildProcess {

    /** Inherited from whoever starts the platform; all else is given explicitly, so a start does not depend on the shell. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TZ", "TMPDIR");

    private final ProcessHandle handle;

    private ChildProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    public static ChildProcess start(Launch launch, Path log) {
        List<String> command = new ArrayList<>(ownSession());
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(INHERITED);
        environment.put("LANG", "C.UTF-8");
        environment.putAll(launch.environment());
        try {
            return new ChildProcess(builder.start().toHandle());
        } catch (IOException e) {
            throw new EngineException("Cannot start " + launch.command().getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** The running process behind a handle found by its id and start time. */
    public static ChildProcess of(ProcessHandle handle) {
        return new ChildProcess(handle);
    }

    public ProcessHandle handle() {
        return handle;
    }

    public long pid() {
        return handle.pid();
    }

    /** Whether it still runs; a process that has ended but that nobody has collected does not. */
    public boolean isAlive() {
        return handle.isAlive() && !isZombie();
    }

    /**
     * Asks it to stop and waits; kills it when that takes too long.
     *
     * @param signal the name of the signal by which this program stops in good order, such as {@code TERM}
     */
    public void stop(String signal, Duration patience) {
        if (isAlive()) {
            signal(signal);
            if (!awaitEnd(patience)) {
                kill();
            }
        }
    }

    /** Kills it as a power cut would, and waits until it and what it had started are gone. */
    public void kill() {
        List<ProcessHandle> descendants = handle.descendants().toList();
        handle.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
        for (ProcessHandle descendant : descendants) {
            ChildProcess child = of(descendant);
            if (!child.awaitEnd(Duration.ofSeconds(5))) {
                descendant.destroyForcibly();
            }
        }
    }

    /** Whether it ended within that time. */
    public boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive() && System.nanoTime() < deadline) {
            try {
                handle.onExit().get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Look again: a process that nobody collects never completes the future.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isAlive();
            }
        }
        return !isAlive();
    }

    private void signal(String signal) {
        if (signal.equals("TERM")) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first thread of a killed process is a zombie while others still end and hold its ports; the last of them makes it one. */
    private boolean isZombie() {
        Path proc = Path.of("/proc", String.valueOf(pid()));
        if (!Files.exists(proc)) {
            return false;
        }
        try (Stream<Path> threads = Files.list(proc.resolve("task"))) {
            String stat = Files.readString(proc.resolve("stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() == 1;
        } catch (IOException e) {
            // The process ended between the looks at it; the handle knows by now.
            return !handle.isAlive();
        }
    }

    /** The prefix that gives a command a session of its own: setsid on Linux, Perl's on macOS. */
    private static List<String> ownSession() {
        if (onPath("setsid") != null) {
            return List.of("setsid");
        }
        return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV or die $!", "--");
    }

    private static @Nullable Path onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
