package io.microblog.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "microblog.streaming=true")
class CompressionIntegrationTests extends GatewayTest {

    private static final String TIMELINE = "/api/v1/timelines/public";
    private static final String LONG = json(1_024);
    private static final String SHORT = json(1_023);

    /** As the wire has it, byte for byte. */
    private record Answer(HttpHeaders headers, String sent) {
        private String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate", "deflate,GZIP;q=0.5", "br, gzip;q=1.0", "gzip, deflate, br, zstd"})
    void compressesFromAKilobyteOn(String accepted) {
        answers("application/json; charset=utf-8", LONG);

        Answer answer = get(TIMELINE, accepted);

        assertThat(answer.header(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
        assertThat(answer.headers().getVary()).contains("Accept-Encoding");
        assertThat(answer.sent()).hasSizeLessThan(200);
    }

    @Test
    void unpacksToWhatTheServiceSent() {
        String large = json(300_000);
        answers("application/json", large);

        String unpacked = HttpClient.create()
                .compress(true)
                .get()
                .uri("http://127.0.0.1:" + port + TIMELINE)
                .responseContent()
                .aggregate()
                .asString()
                .block(Duration.ofSeconds(10));

        assertThat(unpacked).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip;q=0.0, x", "compress", "zstd"})
    void sendsThePlainFormToThoseWhoReadNoOther(String accepted) {
        answers("application/json", LONG);

        Answer answer = get(TIMELINE, accepted);

        assertThat(answer.headers().containsHeader(HttpHeaders.CONTENT_ENCODING))
                .isFalse();
        assertThat(answer.headers().getVary()).contains("Accept-Encoding");
        assertThat(answer.sent()).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", "font/woff2"})
    void leavesAloneWhatIsNoText(String type) {
        answers(type, LONG);

        assertThat(get("/media/a", "gzip").headers().headerNames())
                .doesNotContain(HttpHeaders.CONTENT_ENCODING, HttpHeaders.VARY);
    }

    @Test
    void leavesShortAnswersAlone() {
        answers("application/json", SHORT);

        HttpHeaders headers = get(TIMELINE, "gzip").headers();

        assertThat(headers.containsHeader(HttpHeaders.CONTENT_ENCODING)).isFalse();
        assertThat(headers.getVary()).doesNotContain("Accept-Encoding");
    }

    @Test
    void compressesNothingTwice() {
        POST.answers((request, response) -> send(response.header("Content-Encoding", "br"), "application/json", LONG));

        Answer answer = get(TIMELINE, "gzip, br");

        assertThat(answer.headers().get(HttpHeaders.CONTENT_ENCODING)).containsExactly("br");
        assertThat(answer.sent()).isEqualTo(LONG);
    }

    @Test
    void weakensTheTagOfExactBytes() {
        POST.answers((request, response) -> send(response.header("ETag", "\"7\""), "application/json", LONG));

        assertThat(get(TIMELINE, "gzip").header(HttpHeaders.ETAG)).isEqualTo("W/\"7\"");
    }

    /** Over one connection, so that one answer's treatment is not the next one's. */
    @Test
    void leavesPagesWithSecretsAlone() throws IOException {
        answers("application/json", LONG);
        USER.http().answers((request, response) -> send(response, "text/html", LONG));
        String api = "GET " + TIMELINE + " HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n";

        for (String path : List.of("/auth/sign_in", "/oauth/authorize", "/oauth/token/")) {
            String page = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
            String answer = RawHttp.sendInTurn(port, api, "\r\n0\r\n\r\n", page);

            assertThat(answer).startsWith("HTTP/1.1 200").endsWith(LONG).doesNotContainIgnoringCase("content-encoding");
        }
    }

    @Test
    void letsEventsLeaveAtOnce() {
        NOTIFICATION.answers((request, response) -> response.sse()
                .sendString(Flux.interval(Duration.ZERO, Duration.ofMillis(300)).map(i -> "data: " + i + "\n\n")));

        Flux<String> events = HttpClient.create()
                .headers(headers -> headers.set(HttpHeaders.ACCEPT_ENCODING, "gzip, zstd"))
                .get()
                .uri("http://127.0.0.1:" + port + "/api/v1/streaming/public")
                .response((response, body) -> {
                    assertThat(response.responseHeaders().contains(HttpHeaders.CONTENT_ENCODING))
                            .isFalse();
                    return body.asString();
                });

        StepVerifier.create(events)
                .expectNext("data: 0\n\n", "data: 1\n\n", "data: 2\n\n")
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    private static String json(int length) {
        return "\"" + "x".repeat(length - 2) + "\"";
    }

    private static void answers(String type, String body) {
        POST.answers((request, response) -> send(response, type, body));
    }

    private static Mono<Void> send(HttpServerResponse response, String type, String body) {
        return response.header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                .sendString(Mono.just(body))
                .then();
    }

    private Answer get(String path, String accepted) {
        Answer answer = HttpClient.create()
                .headers(headers -> {
                    if (!accepted.isEmpty()) {
                        headers.set(HttpHeaders.ACCEPT_ENCODING, accepted);
                    }
                })
                .get()
                .uri("http://127.0.0.1:" + port + path)
                .responseSingle((response, body) ->
                        body.asString(StandardCharsets.ISO_8859_1).map(sent -> new Answer(headers(response), sent)))
                .block(Duration.ofSeconds(10));
        return Objects.requireNonNull(answer);
    }

    private static HttpHeaders headers(HttpClientResponse response) {
        var headers = new HttpHeaders();
        response.responseHeaders().forEach(header -> headers.add(header.getKey(), header.getValue()));
        return headers;
    }
}
