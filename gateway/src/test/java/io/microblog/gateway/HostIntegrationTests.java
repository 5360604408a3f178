package io.microblog.gateway;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request may say about the host it is meant for, and about the protocol it would rather speak. */
class HostIntegrationTests extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Host: a\r\nHost: b",
                "Host: a\r\nHost: a",
                "Host:",
                "Host: a, b",
                "Host: a b",
                "Host: me@a",
                "Host: a/b",
                "Host: a?b",
                "Host: a#b",
                "Host: a\\b",
                "Host: a:80:80",
                "Host: a:port",
                "Host: http://a",
                "Host: [::1",
                "Host: ::1"
            })
    void refusesARequestThatDoesNotNameOneHost(String headers) throws IOException {
        for (String path : new String[] {"/api/v1/instance", "/", "/nope"}) {
            assertThat(RawHttp.send(port, "GET " + path + " HTTP/1.1\r\n" + headers + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"error\":\"The request cannot be understood\"");
        }
        assertThat(USER.http().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "my_host.example",
                "xn--mller-kva.example",
                "example.org.",
                "192.0.2.1:443",
                "[2001:db8::1]:8080"
            })
    void takesEveryKindOfHost(String host) throws IOException {
        assertThat(RawHttp.send(
                        port, "GET /api/v1/instance HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    /** As simple health checks ask. */
    @Test
    void answersHttp10WithoutAHost() throws IOException {
        assertThat(RawHttp.send(port, "GET /health HTTP/1.0\r\n\r\n")).contains(" 200 ");
        assertThat(RawHttp.send(port, "GET /health HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"))
                .contains(" 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/timelines/public",
                "/api/v1/instance",
                "/api/v2/search",
                "/api/v1/notifications",
                "/oauth/authorize",
                "/.well-known/nodeinfo",
                "/media/a.webp",
                "/api/v2/media/1",
                "/health",
                "/"
            })
    void speaksNothingButHttpWhereNothingStreams(String path) throws IOException {
        String answer = RawHttp.send(
                port,
                String.join(
                        "\r\n",
                        "GET " + path + " HTTP/1.1",
                        "Host: localhost:8080",
                        "Connection: Upgrade, close",
                        "Upgrade: WebSocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "",
                        ""));

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("sec-websocket-accept");
    }
}
