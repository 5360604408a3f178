package io.microblog.gateway;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where streams are switched off. An {@code EventSource} that meets a 404 gives up for good; after other failures it comes back. */
@TestPropertySource(properties = "microblog.streaming=false")
class NoStreamingIntegrationTests extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/streaming?access_token=good", "/api/v1/streaming/?access_token=good&stream=user"})
    void acceptsNoSocket(String target) throws IOException {
        USER.knows("good", 61, "sid-61");

        assertThat(RawHttp.send(port, """
                GET %s HTTP/1.1\r
                Host: localhost:8080\r
                Connection: Upgrade, close\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: good\r
                \r
                """.formatted(target)))
                .startsWith("HTTP/1.1 404")
                .contains("{\"error\":\"Record not found\"")
                .doesNotContainIgnoringCase("upgrade:");
        assertThat(NOTIFICATION.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/streaming/user", "/api/v1/streaming/public/local", "/api/v1/streaming/health"})
    void hasNoEvents(String path) {
        client().get()
                .uri(path)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Origin", "https://app.example")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*");
        assertThat(NOTIFICATION.received()).isEmpty();
    }
}
