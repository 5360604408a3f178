package io.microblog.local.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** The passwords and keys of this machine's platform: made at random when first asked for, kept in a file that only its owner may read. */
final class Secrets {

    private static final int BYTES = 32;

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            } catch (IOException e) {
                throw new LauncherException("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return secrets;
    }

    /** What was made before. */
    synchronized Optional<String> find(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** 32 random bytes in base64, the same for the same name at every start. */
    synchronized String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            value = Base64.getEncoder().encodeToString(bytes);
            values.setProperty(name, value);
            save();
        }
        return value;
    }

    /** Written beside and renamed, so a power cut leaves the old file or the new one. */
    private void save() {
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Secrets of the local platform. Whoever has them has its data.");
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
