package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds everything the local platform keeps: unpacked engines, data, logs, caches and secrets.
 *
 * @param root {@code MICROBLOG_HOME} when set; else {@code ~/.microblog}, or {@code /var/lib/microblog} for root, because the engines
 *     that refuse to run as root run as nobody, who cannot reach root's own home
 */
public record MicroblogHome(Path root) {

    public static MicroblogHome fromEnvironment() {
        String configured = System.getenv("MICROBLOG_HOME");
        if (configured != null && !configured.isBlank()) {
            return new MicroblogHome(Path.of(configured).toAbsolutePath().normalize());
        }
        return new MicroblogHome(
                Unprivileged.isRoot()
                        ? Path.of("/var/lib/microblog")
                        : Path.of(System.getProperty("user.home"), ".microblog"));
    }

    /** Unpacked engines; can be made again at any time. */
    public Path dist() {
        return folder("dist");
    }

    /** Class data archives and the like; can be made again at any time. */
    public Path cache() {
        return folder("cache");
    }

    public Path data() {
        return folder("data");
    }

    public Path logs() {
        return folder("logs");
    }

    /** What runs at the moment. */
    public Path run() {
        return folder("run");
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + root.resolve(name), e);
        }
    }
}
