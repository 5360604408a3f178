package io.microblog.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;

/** The secrets that the launcher made for this home. */
final class Secrets {

    private Secrets() {}

    static String get(String name) {
        try (var file = Files.newBufferedReader(RunningPlatform.get().home().resolve("secrets.properties"))) {
            var secrets = new Properties();
            secrets.load(file);
            return secrets.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
