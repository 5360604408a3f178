package io.microblog.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.microblog.local.engine.Distribution;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs what the Dockerfile runs on the way from a jar to a trained service, with just the variables that stand there and
 * without a Docker engine.
 */
class ImageBuildTests {

    private static final Path PROJECT = Distribution.project();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "user-service",
                "post-service",
                "search-service",
                "notification-service",
                "translation-service"
            })
    void takesTheJarApartAndTrains(String service) throws Exception {
        Path layers = Files.createDirectories(folder.resolve("layers"));
        Path runtime = Files.createDirectories(folder.resolve("service"));
        Path jar = Files.createDirectories(folder.resolve("jar"));
        Files.copy(PROJECT.resolve(service).resolve("target").resolve(service + ".jar"), jar.resolve(service + ".jar"));

        run(layers, step("layers").replace("/jar/", jar + "/").replace("${SERVICE}", service));
        for (String layer : new String[] {"dependencies", "snapshot-dependencies", "application"}) {
            merge(layers.resolve(layer), runtime);
        }
        Files.copy(PROJECT.resolve("deploy/docker/jvm.options"), runtime.resolve("jvm.options"));

        run(runtime, withoutCache(step("train")).replace("${KEY}", argument("KEY")));
    }

    /** Whether the context starts is asked of all; to write the cache takes as long again. */
    private static String withoutCache(String training) {
        assertThat(training).contains(" -XX:AOTCacheOutput=service.aot ").endsWith("&& test -s service.aot");
        return training.replace(" -XX:AOTCacheOutput=service.aot ", " ").replace("&& test -s service.aot", "");
    }

    /** The command of a stage. */
    private static String step(String stage) throws IOException {
        Matcher run = Pattern.compile("(?s)AS " + stage + "\n.*?\nRUN ((?:[^\n]*\\\\\n)*[^\n]*)")
                .matcher(dockerfile());
        assertThat(run.find()).as(stage).isTrue();
        return run.group(1).replaceAll("\\\\\n\\s*", "");
    }

    private static String argument(String name) throws IOException {
        Matcher argument = Pattern.compile("\nARG " + name + "=(.*)").matcher(dockerfile());
        assertThat(argument.find()).isTrue();
        return argument.group(1);
    }

    private static String dockerfile() throws IOException {
        return Files.readString(PROJECT.resolve("deploy/docker/Dockerfile"));
    }

    private static void run(Path folder, String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("image-build", ".log");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().clear();
        shell.environment().put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
        // What runs once is not worth compiling well.
        shell.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        Process running = shell.start();
        assertThat(running.waitFor(5, TimeUnit.MINUTES)).as(command).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(running.exitValue()).as("%s%n%s", command, said).isZero();
    }

    private static void merge(Path from, Path into) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path target = into.resolve(from.relativize(file));
                try {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.move(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
