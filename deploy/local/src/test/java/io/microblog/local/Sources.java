package io.microblog.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.microblog.local.engine.Distribution;

/** What the modules of this project are written in, for tests that hold settings against it. */
public final class Sources {

    private Sources() {}

    /** The Java files of a module's main code. */
    public static List<Path> files(String module) {
        try (Stream<Path> files = Files.walk(Distribution.project().resolve(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of each of them. */
    public static Stream<String> texts(String module) {
        return files(module).stream().map(Sources::read);
    }

    /** The text of one. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
