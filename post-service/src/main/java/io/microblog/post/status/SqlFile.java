package io.microblog.post.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads statements that stand in files of their own beside the classes that use them, as they can be tried in psql after
 * {@code \set} of their parameters. What lines of comments say is left there.
 */
public final class SqlFile {

    private SqlFile() {}

    /**
     * @param user a class of the package that the file belongs to
     * @param name of the file
     */
    public static String read(Class<?> user, String name) {
        try (InputStream file = Objects.requireNonNull(user.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
