package io.microblog.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.zip.CheckedInputStream;

import io.microblog.local.engine.Archives;
import io.microblog.local.engine.Installation;
import io.microblog.local.engine.JavaProgram;
import io.microblog.local.engine.MicroblogHome;

/**
 * A built service, taken apart into its own jar and its libraries, which starts quicker than the one jar of the build. It runs from the
 * platform's home, so a new build does not pull the jar away from under a running service.
 */
final class ServiceJar {

    private static final int KEPT = 2;

    private ServiceJar() {}

    /** The jar to run; made on the first start after each change of the build's jar. */
    static Path install(MicroblogHome home, Path project, String service) {
        Path built = project.resolve(service).resolve("target").resolve(service + ".jar");
        if (!Files.exists(built)) {
            throw new LauncherException(built + " is missing: the service is not built.");
        }
        Path builds = home.dist().resolve("services");
        Path folder =
                Installation.once(home, builds.resolve(service + "-" + checksum(built)), into -> extract(built, into));
        keepNewest(builds, service);
        return folder.resolve(service + ".jar");
    }

    /** The classes that the service loads, as the JVM writes them down for the next start of the same build. */
    static Path archive(MicroblogHome home, String service, Path jar) {
        keepNewest(home.cache(), service);
        Path build = Objects.requireNonNull(jar.getParent(), "a service's jar stands in the folder of its build");
        return home.cache().resolve(build.getFileName() + ".jsa");
    }

    /** The build before the newest may still be running, as a copy of the service. */
    private static void keepNewest(Path folder, String service) {
        try (Stream<Path> content = Files.list(folder)) {
            List<Path> earlier = content.filter(
                            path -> path.getFileName().toString().matches(service + "-[0-9a-f]{8}(\\.jsa)?"))
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .skip(KEPT)
                    .toList();
            for (Path path : earlier) {
                Archives.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path built, Path into) throws IOException {
        Process extraction = new ProcessBuilder(
                        JavaProgram.path(),
                        "-Djarmode=tools",
                        "-jar",
                        built.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        into.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(extraction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (extraction.onExit().join().exitValue() != 0) {
            throw new LauncherException("Cannot take " + built + " apart: " + output);
        }
    }

    private static String checksum(Path jar) {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().toHexDigits((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
