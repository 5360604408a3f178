package io.microblog.local.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.microblog.local.Sources;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/** Who reads one name in two services expects one thing. */
class TypeNamesTests {

    private static final List<String> MODULES = List.of(
            "event-contracts",
            "gateway",
            "notification-service",
            "post-service",
            "search-service",
            "service-kit/backbone",
            "service-kit/mastodon-api",
            "service-kit/media",
            "service-kit/problem",
            "service-kit/text",
            "translation-service",
            "user-service");

    @Test
    void noTwoModulesHaveATypeOfOneName() {
        Map<String, List<Path>> types = MODULES.stream()
                .flatMap(TypeNamesTests::types)
                .collect(groupingBy(type -> type.getFileName().toString(), mapping(type -> type, toList())));

        assertThat(types).hasSizeGreaterThan(500);
        assertThat(types.values()).filteredOn(twins -> twins.size() > 1).isEmpty();
    }

    private static Stream<Path> types(String module) {
        return Sources.files(module).stream()
                .filter(file -> !file.getFileName().toString().equals("package-info.java"));
    }
}
