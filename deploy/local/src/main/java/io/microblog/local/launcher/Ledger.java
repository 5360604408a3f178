package io.microblog.local.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import io.microblog.local.engine.ChildProcess;

/**
 * Which parts run, and as which processes: one file a part, so that any later run of the launcher finds what an earlier one has started,
 * however that ended.
 *
 * <p>Process ids are given out again, so an id counts only together with the time at which the process started.
 */
final class Ledger {

    private static final String SUFFIX = ".properties";

    /** The system derives a start time from the time of its boot, which may shift a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final Path folder;

    Ledger(Path folder) {
        this.folder = folder;
    }

    void record(String part, ChildProcess process) {
        Properties properties = new Properties();
        properties.setProperty("pid", String.valueOf(process.pid()));
        properties.setProperty("started", started(process.handle()).toString());
        try {
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Path unfinished = folder.resolve("." + part + SUFFIX);
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, file(part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            Instant started = Instant.parse(properties.getProperty("started", ""));
            return ProcessHandle.of(Long.parseLong(properties.getProperty("pid", "")))
                    .filter(handle -> isSame(started(handle), started))
                    .map(ChildProcess::of)
                    .filter(ChildProcess::isAlive);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            // A file cut short says nothing about any process.
            return Optional.empty();
        }
    }

    /** The names of the parts that run, in alphabetical order. */
    List<String> running() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(part -> find(part).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instant started(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean isSame(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    private Path file(String part) {
        return folder.resolve(part + SUFFIX);
    }
}
