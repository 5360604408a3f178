package io.microblog.local.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchEngineIntegrationTests {

    private static ElasticsearchEngine engine;

    @BeforeAll
    static void start() {
        engine = EphemeralEngines.newElasticsearch();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void keepsAcknowledgedDocumentsWhenKilled() throws Exception {
        assertThat(send("PUT", "/kept/_doc/1", "{\"text\": \"Guten Morgen\"}")).contains("created");

        engine.kill();
        assertThat(engine.isReady()).isFalse();
        engine.start();

        assertThat(send("GET", "/kept/_doc/1", "")).contains("Guten Morgen");
    }

    @ParameterizedTest
    @CsvSource({
        "english, running horses, run, hors",
        "german, die Häuser, haus, haus",
        "french, les maisons, maison, maison",
        "cjk, 東京都, 東京, 京都"
    })
    void analysesByLanguageUnderVanillaNames(String analyzer, String text, String first, String last) throws Exception {
        assertThat(send("POST", "/_analyze", "{\"analyzer\": \"%s\", \"text\": \"%s\"}".formatted(analyzer, text)))
                .contains("\"token\":\"" + first + "\"", "\"token\":\"" + last + "\"");
    }

    @Test
    void makesAnIndexWithConfiguredAnalysis() throws Exception {
        String index = """
                {"settings": {"analysis": {
                   "filter": {"prefixes": {"type": "edge_ngram", "min_gram": 2, "max_gram": 8},
                              "words": {"type": "word_delimiter_graph", "preserve_original": true}},
                   "normalizer": {"folded": {"type": "custom", "filter": ["lowercase", "asciifolding"]}},
                   "analyzer": {"autocomplete": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "prefixes"]},
                                "plain": {"tokenizer": "whitespace", "char_filter": ["html_strip"], "filter": ["words", "flatten_graph"]}}}},
                 "mappings": {"properties": {
                   "name": {"type": "text", "analyzer": "autocomplete"},
                   "handle": {"type": "keyword", "normalizer": "folded"}}}}
                """;
        assertThat(send("PUT", "/configured", index)).contains("\"acknowledged\":true");
        assertThat(send("POST", "/configured/_analyze", "{\"analyzer\": \"autocomplete\", \"text\": \"Élan\"}"))
                .contains("\"el\"", "\"ela\"", "\"elan\"");
    }

    @Test
    void refusesAStemmerItDoesNotKnow() throws Exception {
        String index = """
                {"settings": {"analysis": {"filter": {"odd": {"type": "stemmer", "language": "klingon"}},
                   "analyzer": {"odd": {"tokenizer": "standard", "filter": ["odd"]}}}}}
                """;
        assertThat(send("PUT", "/refused", index)).contains("\"error\"");
    }

    private static String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(engine.uri() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
