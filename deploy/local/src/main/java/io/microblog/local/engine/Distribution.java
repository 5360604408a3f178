package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An engine's files: packed in the folder {@code dist} that the build makes, unpacked once for all in the platform's home.
 *
 * <p>The build's folder is found by walking up from the working directory to the project, or by {@code MICROBLOG_DIST}.
 */
public final class Distribution {

    private static final Path BUILT = Path.of("deploy", "local", "target", "dist");

    /** Files below this size are part of the fingerprint with all their bytes: our own plugin keeps its name when it changes. */
    private static final long SMALL = 1 << 20;

    private Distribution() {}

    /** How an engine's packed files become a folder that can run. */
    interface Unpacking {
        void unpack(Path packed, Path into) throws IOException;
    }

    /** The unpacked engine. */
    static Path install(MicroblogHome home, String engine, Unpacking unpacking) {
        return install(home, engine, "", unpacking);
    }

    /** @param variant how it is unpacked, where that can be done in several ways */
    static Path install(MicroblogHome home, String engine, String variant, Unpacking unpacking) {
        try {
            Path packed = packed(engine);
            Path installed = home.dist().resolve(packed.getFileName() + variant + "-" + fingerprint(packed));
            return Installation.once(home, installed, into -> unpacking.unpack(packed, into));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + engine, e);
        }
    }

    /** The newest folder of that engine which the build has made. */
    private static Path packed(String engine) throws IOException {
        try (Stream<Path> folders = Files.list(built())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(engine + "-"))
                    .max(Comparator.comparingLong(folder -> folder.toFile().lastModified()))
                    .orElseThrow(() -> new EngineException("No " + engine + " in " + BUILT
                            + ": build the module deploy/local first (mvn -pl deploy/local package)."));
        }
    }

    /** The folder of the project that this code was built from. */
    public static Path project() {
        Path project = built();
        for (Path _ : BUILT) {
            project = Objects.requireNonNull(project.getParent(), "dist stands deep in the project");
        }
        return project;
    }

    private static Path built() {
        String configured = System.getenv("MICROBLOG_DIST");
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(BUILT))) {
                return folder.resolve(BUILT);
            }
        }
        throw new EngineException("No " + BUILT + " in or above " + start
                + ": build the module deploy/local first (mvn -pl deploy/local package), or set MICROBLOG_DIST.");
    }

    private static String fingerprint(Path packed) throws IOException {
        CRC32 checksum = new CRC32();
        for (Path file : files(packed)) {
            checksum.update((file.getFileName() + " " + Files.size(file)).getBytes(StandardCharsets.UTF_8));
            if (Files.size(file) < SMALL) {
                checksum.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
