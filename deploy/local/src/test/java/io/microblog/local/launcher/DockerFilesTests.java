package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.microblog.local.engine.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be said of the images' files without a Docker engine; deploy/acceptance runs the Dockerfile's own commands. */
class DockerFilesTests {

    private static final Path PROJECT = Distribution.project();

    @TempDir
    private Path folder;

    /** README, compose file and Dockerfile are edited often, and Maven takes minutes. */
    @Test
    void mavenSeesOnlyWhatItBuilds() throws IOException {
        List<String> ignored = Files.readAllLines(PROJECT.resolve(".dockerignore")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(ignored).startsWith("*");
        assertThat(ignored).filteredOn(line -> line.startsWith("!")).allSatisfy(line -> {
            Path kept = PROJECT.resolve(line.substring(1));
            assertThat(kept).exists();
            assertThat(Files.exists(kept.resolve("pom.xml"))
                            || kept.endsWith("pom.xml")
                            || kept.startsWith(PROJECT.resolve("deploy/docker"))
                            || kept.endsWith("deploy")
                            || kept.endsWith("service-kit"))
                    .as(line)
                    .isTrue();
        });
        assertThat(ignored).contains("deploy/*", "deploy/docker/*", "deploy/bench/*", "deploy/acceptance/*");
        assertThat(dockerfile())
                .contains("rm -r deploy/docker")
                .containsSubsequence(
                        "COPY --from=sources /poms/ ./", "go-offline", "COPY --from=sources /source/ ./", "package");
    }

    @Test
    void runsWithTheOptionsThatItTrainedWith() throws IOException {
        assertThat(lines("java @jvm.options ")).hasSize(1);
        assertThat(lines("ENTRYPOINT"))
                .contains("ENTRYPOINT [\"java\", \"@jvm.options\", \"-XX:AOTCache=service.aot\", \"-jar\","
                        + " \"service.jar\"]");
        assertThat(Files.readString(PROJECT.resolve("deploy/docker/jvm.options")))
                .as("bounds that do not follow from the machine")
                .containsPattern("(?m)^-Xms\\d+m$")
                .containsPattern("(?m)^-Xmx\\d+m$")
                .doesNotContain("RAMPercentage")
                .as("without warnings of the cache's own code, which has more tags than one")
                .contains("\n-Xlog:aot*=error\n");
    }

    @Test
    void keepsTheLayersOfEachImageApart() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("deploy/docker/docker-bake.hcl")))
                .contains("scope=${service}\"", "scope=${service},mode=max", "scope=launcher\"");
    }

    @Test
    void pinsForeignImagesToTheirDigests() throws Exception {
        Path docker = Files.createDirectories(folder.resolve("deploy/docker"));
        Files.writeString(folder.resolve("docker-compose.yml"), """
                image: postgres:18.6
                image: apache/kafka:4.2.1@sha256:%s
                image: ${MICROBLOG_IMAGES:-microblog}/gateway:${MICROBLOG_TAG:-latest}
            """.formatted("0".repeat(64)));
        Files.writeString(docker.resolve("Dockerfile"), "FROM node:24-bookworm-slim AS node\nFROM node AS other\n");

        pin();

        assertThat(folder.resolve("docker-compose.yml")).hasContent("""
                image: postgres:18.6@sha256:0f
                image: apache/kafka:4.2.1@sha256:0f
                image: ${MICROBLOG_IMAGES:-microblog}/gateway:${MICROBLOG_TAG:-latest}
            """);
        assertThat(docker.resolve("Dockerfile"))
                .hasContent("FROM node:24-bookworm-slim@sha256:0f AS node\nFROM node AS other\n");
    }

    private void pin() throws IOException, InterruptedException {
        Path path = Files.createDirectories(folder.resolve("bin"));
        Path engine = path.resolve("docker");
        Files.writeString(engine, "#!/bin/sh\necho sha256:0f\n");
        Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder script = new ProcessBuilder(
                        PROJECT.resolve("deploy/docker/pin.sh").toString(), folder.toString())
                .redirectErrorStream(true);
        script.environment().merge("PATH", path.toString(), (given, ours) -> ours + ":" + given);
        Process running = script.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
    }

    private static Stream<String> lines(String containing) throws IOException {
        return Arrays.stream(dockerfile().split("\n")).filter(line -> line.contains(containing));
    }

    private static String dockerfile() throws IOException {
        return Files.readString(PROJECT.resolve("deploy/docker/Dockerfile"));
    }
}
