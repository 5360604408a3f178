package io.microblog.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@SearchTest
class StartIntegrationTests {

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Test
    void isReadyWithoutElasticsearch() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(get(service, "local.management.port", "/actuator/health/readiness")
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> search = get(service, "local.server.port", "/api/v2/search?q=anything");
            assertThat(search.statusCode()).isEqualTo(503);
            assertThat(search.body()).contains("Search is temporarily unavailable");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SearchServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.jmx.enabled=false",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--spring.kafka.bootstrap-servers=" + String.join(",", kafka.getBootstrapServers()),
                        "--spring.elasticsearch.uris=http://127.0.0.1:1",
                        "--microblog.security.keys-to=" + TestTokens.keysTo("search-service"));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String port, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty(port) + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
