package io.microblog.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.engine.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the pages of the services true in what can be checked: ports, consumer groups, variables, and all links. */
class DocumentsTests {

    private static final Path PROJECT = Distribution.project();
    private static final Pattern GROUP = Pattern.compile("groupId = \"([^\"]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Tests)`");
    private static final String SECURITY = "docs/security.md";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[^):]*\\)");

    @ParameterizedTest
    @MethodSource("services")
    void namesEachPortGroupAndVariable(Service service) {
        String page = read(PROJECT.resolve("docs/services/" + service.name() + ".md"));
        String shared = read(PROJECT.resolve("docs/services/README.md"));

        assertThat(page).contains(String.valueOf(service.port()), String.valueOf(service.managementPort()));
        assertThat(found(GROUP, sources(service)))
                .allSatisfy(group -> assertThat(page)
                        .containsAnyOf("`" + group + "`", "`." + group.substring(group.indexOf('.') + 1) + "`"));
        assertThat(found(VARIABLE, Stream.of(PROJECT.resolve(service.name() + "/src/main/resources/application.yml"))))
                .allSatisfy(variable -> assertThat(page + shared).contains("`" + variable + "`"));
    }

    @Test
    void linksToWhatThereIs() throws IOException {
        List<Path> pages =
                List.of(PROJECT.resolve("README.md"), PROJECT.resolve("CONTRIBUTING.md"), PROJECT.resolve(SECURITY));
        try (Stream<Path> services = Files.list(PROJECT.resolve("docs/services"));
                Stream<Path> decisions = Files.list(PROJECT.resolve("deploy/adr"))) {
            assertThat(Stream.of(pages.stream(), services, decisions).flatMap(page -> page))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(page -> assertThat(found(LINK, Stream.of(page)))
                            .allSatisfy(link ->
                                    assertThat(page.resolveSibling(link)).exists()));
        }
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        try (Stream<Path> folders = Files.walk(PROJECT, 2)) {
            Set<String> tests = folders.map(module -> module.resolve("src/test/java"))
                    .filter(Files::exists)
                    .flatMap(DocumentsTests::sources)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());

            assertThat(found(TEST, Stream.of(PROJECT.resolve(SECURITY))))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(test -> assertThat(tests).contains(test));
        }
    }

    private static List<Service> services() {
        return Topology.SERVICES;
    }

    private static Stream<Path> sources(Service service) {
        return sources(PROJECT.resolve(service.name() + "/src/main/java"));
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, Stream<Path> files) {
        Set<String> found = new TreeSet<>();
        files.forEach(file -> pattern.matcher(read(file))
                .results()
                .map(match -> match.group(1))
                .forEach(found::add));
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
