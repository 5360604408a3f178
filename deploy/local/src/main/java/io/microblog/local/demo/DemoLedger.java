package io.microblog.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the demo has done so far, a line each, so that a run goes on where an earlier one was interrupted. It holds tokens and a
 * password, so only its owner may read it. It lies among the data, and goes with them.
 */
final class DemoLedger {

    private final Path file;
    private final Map<String, String> entries = new ConcurrentHashMap<>();

    private DemoLedger(Path file) {
        this.file = file;
    }

    static DemoLedger open(Path file) {
        DemoLedger ledger = new DemoLedger(file);
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                // The last line may have been cut short.
                if (equals > 0 && line.endsWith(";")) {
                    ledger.entries.put(line.substring(0, equals), line.substring(equals + 1, line.length() - 1));
                }
            }
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Kept even when the process ends in the next moment. */
    synchronized void record(String key, String value) {
        try {
            Files.write(
                    file, ("\n" + key + "=" + value + ";").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            entries.put(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }
}
