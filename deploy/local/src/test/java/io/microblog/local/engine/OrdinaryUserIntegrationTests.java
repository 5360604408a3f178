package io.microblog.local.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Where all other tests run as root, here the engines are started by somebody who is not. */
class OrdinaryUserIntegrationTests {

    /** What the engines' code needs of this test's class path; the rest belongs to the broker and to the tests. */
    private static final String LIBRARIES = ".*(classes|commons-|xz-|postgresql-|jspecify-).*";

    private static final String ERRORS = "errors.log";

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("microblog-user-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void removeFolder() throws IOException {
        Archives.delete(folder);
    }

    @Test
    void startsTheEnginesWhichEndWithTheJvmThatIsKilled() throws IOException {
        assumeTrue(Unprivileged.isRoot(), "an ordinary user runs all the other tests too");
        Process user = startAsNobody();
        List<ProcessHandle> engines = new ArrayList<>();
        try (BufferedReader output = user.inputReader(StandardCharsets.UTF_8)) {
            output.lines()
                    .limit(3)
                    .forEach(pid ->
                            engines.add(ProcessHandle.of(Long.parseLong(pid)).orElseThrow()));
        } finally {
            user.destroyForcibly().onExit().join();
        }

        assertThat(engines).as(this::errors).hasSize(3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(engines)
                        .noneMatch(engine -> ChildProcess.of(engine).isAlive()));
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve(ERRORS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process startAsNobody() throws IOException {
        // The class path and the engines' files may stand where nobody cannot go.
        List<String> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.matches(LIBRARIES)) {
                Path copy =
                        folder.resolve(classPath.size() + "-" + Path.of(entry).getFileName());
                copy(Path.of(entry), copy);
                classPath.add(copy.toString());
            }
        }
        copy(Distribution.project().resolve("deploy/local/target/dist"), folder.resolve("built"));
        List<String> command = Unprivileged.command(List.of(
                JavaProgram.path(), "-cp", String.join(File.pathSeparator, classPath), Engines.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve(ERRORS).toFile());
        builder.environment().put("MICROBLOG_HOME", folder.resolve("home").toString());
        builder.environment().put("MICROBLOG_DIST", folder.resolve("built").toString());
        return builder.directory(folder.toFile()).start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Archives.makeReadable(to);
    }

    /** Starts the three engines, prints their process ids, and stays. */
    static final class Engines {

        private Engines() {}

        public static void main(String[] args) throws InterruptedException {
            for (Engine engine :
                    List.of(EphemeralEngines.postgres(), EphemeralEngines.kafka(), EphemeralEngines.elasticsearch())) {
                System.out.println(engine.pid());
            }
            Thread.currentThread().join();
        }
    }
}
