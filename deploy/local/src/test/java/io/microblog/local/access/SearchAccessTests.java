package io.microblog.local.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import io.microblog.local.engine.Distribution;
import io.microblog.local.sandbox.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is asked of Elasticsearch's security; the local platform's node has none. */
class SearchAccessTests {

    private final Map<String, JsonNode> requests = new TreeMap<>();
    private final List<String> credentials = new ArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.put(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        Json.PLAIN.readTree(exchange.getRequestBody().readAllBytes()));
                credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void makesARoleWithItsOwnIndicesAndAUserWhoHasThatRoleAlone() throws Exception {
        access().grant("the service's");

        JsonNode role = request("PUT /_security/role/search-service");
        assertThat(role.path("indices")).hasSize(1);
        assertThat(role.path("indices").path(0).path("names").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(SearchAccess.INDICES);
        assertThat(role.path("cluster").valueStream().map(JsonNode::asString))
                .containsExactly("manage_index_templates");
        JsonNode user = request("PUT /_security/user/search-service");
        assertThat(user.path("roles").valueStream().map(JsonNode::asString)).containsExactly("search-service");
        assertThat(user.path("password").asString()).isEqualTo("the service's");
        assertThat(credentials)
                .containsOnly("Basic "
                        + Base64.getEncoder().encodeToString("elastic:secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void coversEachIndexOfTheServiceAndNoMore() throws IOException {
        try (Stream<Path> definitions =
                Files.list(Distribution.project().resolve("search-service/src/main/resources/index"))) {
            assertThat(SearchAccess.INDICES)
                    .containsExactlyInAnyOrderElementsOf(definitions
                            .map(file -> file.getFileName().toString().replace(".json", ""))
                            .flatMap(alias -> Stream.of(alias, alias + "-v*"))
                            .toList());
        }
    }

    @Test
    void failsWhenItIsRefused() {
        status = 401;

        assertThatThrownBy(() -> access().grant("the service's")).hasMessageContaining("answered 401 to the role");
    }

    private JsonNode request(String line) {
        return Objects.requireNonNull(requests.get(line), line);
    }

    private SearchAccess access() {
        return new SearchAccess(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "secret");
    }
}
