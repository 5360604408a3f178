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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the keys that services get against the calls that their sources make and admit. */
class CallsTests {

    private static final Path PROJECT = Distribution.project();
    private static final Pattern CALL = Pattern.compile("\\.create\\(\\w+\\.class, \"([a-z-]+)\"");
    private static final Pattern ADMITTED = Pattern.compile("@InternalOnly\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\"([a-z-]+)\"");

    @ParameterizedTest
    @MethodSource("services")
    void hasTheKeysThatItsCallsNeed(Service service) {
        assertThat(Topology.CALLS.getOrDefault(service.name(), List.of()))
                .containsAll(found(CALL, PROJECT.resolve(service.name() + "/src/main/java")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void admitsThoseWhoHaveAKey(Service service) {
        Set<String> admitted = Stream.of(service.name(), "service-kit")
                .filter(module -> !service.name().equals("gateway"))
                .flatMap(module -> found(ADMITTED, PROJECT.resolve(module + "/src/main/java")).stream())
                .flatMap(callers -> NAME.matcher(callers).results().map(name -> name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = Topology.CALLS.entrySet().stream()
                .filter(calls -> calls.getValue().contains(service.name()))
                .map(calls -> calls.getKey())
                .collect(Collectors.toSet());

        assertThat(known).containsAll(admitted);
    }

    private static Iterable<Service> services() {
        return Topology.SERVICES;
    }

    private static Set<String> found(Pattern pattern, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
