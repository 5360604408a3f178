package io.microblog.local.launcher;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the keys that services get against the calls that their sources make and admit. */
class CallsTests {

    private static final Pattern CALL = Pattern.compile("@ImportHttpServices\\(\\s*group = \"([a-z-]+)\"");
    private static final Pattern ADMITTED = Pattern.compile("@InternalOnly\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\"([a-z-]+)\"");

    @ParameterizedTest
    @MethodSource("services")
    void hasTheKeysThatItsCallsNeed(Service service) {
        assertThat(Topology.CALLS.getOrDefault(service.name(), List.of())).containsAll(found(CALL, service.name()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void admitsThoseWhoHaveAKey(Service service) {
        Set<String> admitted = Stream.of(service.name(), "service-kit/mastodon-api")
                .filter(module -> !service.name().equals("gateway"))
                .flatMap(module -> found(ADMITTED, module).stream())
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

    private static Set<String> found(Pattern pattern, String module) {
        return Sources.texts(module)
                .flatMap(source -> pattern.matcher(source).results().map(match -> match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
