package io.microblog.local.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import io.microblog.local.engine.ChildProcess;
import io.microblog.local.engine.Launch;
import org.jspecify.annotations.Nullable;

/**
 * Which parts run, and as which processes: one file a part, so that any later run of the launcher finds what an earlier one has started,
 * however that ended.
 *
 * <p>A process writes its file itself, before it becomes the part, so none is ever lost. Process ids are given out again, so an id counts
 * only together with the time at which the process started.
 */
final class Ledger {

    private static final String SUFFIX = ".properties";

    /** Writes the file named by its first argument, then becomes the program named by the rest. */
    private static final String RECORD_AND_BECOME = """
            stat=
            if [ -r "/proc/$$/stat" ]; then read -r stat < "/proc/$$/stat"; fi
            printf 'pid=%s\\nstat=%s\\n' "$$" "$stat" > "$0"
            exec "$@"
            """;

    /** Where the start time is known by the clock alone, as on macOS. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Path folder;

    Ledger(Path folder) {
        this.folder = folder;
    }

    /** Starts the part's process, on record. */
    ChildProcess start(String part, Launch launch, Path log) {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", RECORD_AND_BECOME, file(part).toString()));
        command.addAll(launch.command());
        return ChildProcess.start(new Launch(command, launch.environment(), launch.directory()), log);
    }

    /** The part has been stopped. */
    void forget(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part's process, if it runs. */
    Optional<ChildProcess> find(String part) {
        if (!Files.exists(file(part))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(part))) {
            properties.load(reader);
            Instant recorded = Files.getLastModifiedTime(file(part)).toInstant();
            return ProcessHandle.of(Long.parseLong(properties.getProperty("pid", "")))
                    .filter(process -> isSame(process, properties.getProperty("stat", ""), recorded))
                    .map(ChildProcess::of)
                    .filter(ChildProcess::isAlive);
        } catch (IOException | NumberFormatException e) {
            // A file cut short says nothing about any process.
            return Optional.empty();
        }
    }

    /** Whether the part was started and not stopped, and yet does not run. */
    boolean hasDied(String part) {
        return Files.exists(file(part)) && find(part).isEmpty();
    }

    /** The names of the parts that run, in alphabetical order. */
    List<String> running() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(part -> find(part).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the clock, for people to read. */
    static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean isSame(ProcessHandle process, String recordedStat, Instant recorded) {
        String ticks = startTicks(recordedStat);
        if (ticks != null) {
            return ticks.equals(startTicks(stat(process.pid())));
        }
        return Duration.between(started(process), recorded).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    private static String stat(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }

    /** The 22nd field of what Linux tells of a process: when it started, in ticks since the boot, whatever the clock is set to. */
    private static @Nullable String startTicks(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        return afterName.length > 19 ? afterName[19] : null;
    }

    private Path file(String part) {
        return folder.resolve(part + SUFFIX);
    }
}
