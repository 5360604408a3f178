package io.microblog.gateway.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageAddressesTests {

    private static final Path ROUTER = Path.of("web/src/routes.tsx");
    private static final Pattern ROUTE = Pattern.compile("\\bpath: '([^']+)'");
    private static final String CATCH_ALL = "*";

    @Test
    void areThoseOfTheWebClient() throws IOException {
        assertThat(Files.readString(ROUTER)).contains("index: true");
        List<String> routes = ROUTE.matcher(Files.readString(ROUTER))
                .results()
                .map(found -> found.group(1))
                .filter(path -> !path.equals(CATCH_ALL))
                .map(path -> "/" + path.replaceAll(":[a-z]+", "?"))
                .toList();

        assertThat(addresses())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("/"), routes.stream()).toList());
    }

    /** Without what the router leaves to the page: who looks like a person, what like a post. */
    private static List<String> addresses() {
        return Stream.of(PageAddresses.PROFILES, PageAddresses.POSTS, PageAddresses.OTHERS)
                .flatMap(List::stream)
                .map(path -> path.replaceAll("@?\\{\\w+(:(\\[[^]]*]|\\{[^}]*}|[^{}])*)?}", "?"))
                .toList();
    }
}
