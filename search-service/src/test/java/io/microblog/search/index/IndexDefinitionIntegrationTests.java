package io.microblog.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.local.engine.EphemeralEngines;
import io.microblog.search.document.Document;
import io.microblog.search.document.DocumentKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The indices, as an Elasticsearch makes them that has nothing of ours in it. */
class IndexDefinitionIntegrationTests {

    private static ElasticsearchEngine engine;

    @BeforeAll
    static void start() {
        engine = EphemeralEngines.newBareElasticsearch();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameInAPlainElasticsearch(DocumentKind kind) throws Exception {
        assertThat(send("GET", "/_nodes/plugins", "").findValues("plugins")).allMatch(JsonNode::isEmpty);

        send("PUT", "/_index_template/" + kind.alias(), definition(kind));
        String index = "/" + kind.alias() + "-v1";
        send("PUT", index, "");
        String document = JsonMapper.shared().writeValueAsString(Source.of(1, content(kind)));
        send("PUT", index + "/_doc/1?refresh=true", document);

        JsonNode found = send("POST", index + "/_search", "{\"query\": {\"match\": {\"words\": \"jurgen\"}}}");
        assertThat(found.at("/hits/hits/0/_id").asString()).isEqualTo("1");
    }

    private static Document.Content content(DocumentKind kind) {
        return switch (kind) {
            case ACCOUNTS -> new Document.Account("jmueller", "Jürgen Müller", false);
            case POSTS ->
                new Document.Post(
                        2,
                        true,
                        false,
                        List.of(2L),
                        "Jürgen liest auf der Buchmesse 面包",
                        "ein Bild",
                        List.of("media"),
                        "de",
                        List.of("buchmesse"),
                        Instant.now(),
                        1);
        };
    }

    private static String definition(DocumentKind kind) throws IOException {
        try (InputStream file =
                IndexDefinitionIntegrationTests.class.getResourceAsStream("/index/" + kind.alias() + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(engine.uri() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
            return JsonMapper.shared().readTree(response.body());
        }
    }
}
