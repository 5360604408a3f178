package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A server with its data in one folder and its port on the loopback address.
 *
 * <p>The launcher asks for the {@linkplain #prepare() launch} and looks after the process itself. Tests call {@link #start()}: what they
 * start ends with their JVM, however that ends.
 */
public abstract sealed class Engine implements AutoCloseable permits PostgresEngine, KafkaEngine, ElasticsearchEngine {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final String name;
    private final Path data;
    private final int port;
    private @Nullable ChildProcess process;

    Engine(String name, Path data, int port) {
        this.name = name;
        this.data = data.toAbsolutePath();
        this.port = Ports.orFree(port);
    }

    /** Unpacks the program and lays out the data folder, both where needed, and says how to start it. */
    public abstract Launch prepare();

    /** Whether it answers as it should. */
    public abstract boolean isReady();

    /** The signal by which it stops in good order. */
    public String stopSignal() {
        return "TERM";
    }

    public final String name() {
        return name;
    }

    public final int port() {
        return port;
    }

    public final Path data() {
        return data;
    }

    final Path log() {
        return data.resolve("engine.log");
    }

    /** Starts it and waits until it is ready; does nothing when it runs. */
    public final synchronized void start() {
        if (isRunning()) {
            return;
        }
        ChildProcess started = ChildProcess.start(prepare(), log());
        Reaper.watch(started);
        process = started;
        long deadline = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new EngineException(name + " did not start. The end of its log:\n" + endOfLog());
            }
            pause();
        }
    }

    /** Stops it in good order; its data and its port stay. */
    public final synchronized void stop() {
        ChildProcess running = process;
        if (running != null) {
            running.stop(stopSignal(), STOP);
            ended(running);
        }
    }

    /** Kills it as a power cut would ({@code kill -9}); its data and its port stay. */
    public final synchronized void kill() {
        ChildProcess running = process;
        if (running != null) {
            running.kill();
            ended(running);
        }
    }

    /** Stops and starts it, on the same data and port. */
    public final void restart() {
        stop();
        start();
    }

    /** The id of its process; fails when it does not run. */
    public final synchronized long pid() {
        return Objects.requireNonNull(process, () -> name + " does not run").pid();
    }

    public final synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public final void close() {
        stop();
    }

    private void ended(ChildProcess running) {
        Reaper.forget(running);
        process = null;
    }

    /** Runs one of the engine's own tools to its end. */
    final void runTool(List<String> command, Map<String, String> environment) {
        Path output = data.resolve("tool.log");
        try {
            Files.deleteIfExists(output);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            if (builder.start().waitFor() != 0) {
                throw new EngineException(name + " could not be set up: " + String.join(" ", command) + " failed:\n"
                        + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while setting up " + name, e);
        }
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while starting " + name, e);
        }
    }
}
