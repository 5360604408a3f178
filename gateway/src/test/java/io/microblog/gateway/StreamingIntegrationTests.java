package io.microblog.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = {"microblog.answer-within=1s", "microblog.streaming=true"})
class StreamingIntegrationTests extends GatewayTest {

    @Test
    void passesEventsOnAsTheyCome() {
        NOTIFICATION.answers((request, response) -> response.sse()
                .sendString(Flux.interval(Duration.ZERO, Duration.ofMillis(700)).map(i -> "data: " + i + "\n\n")));

        Flux<String> events = client().get()
                .uri("/api/v1/streaming/user")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();

        StepVerifier.create(events).expectNext("0", "1", "2", "3").thenCancel().verify(Duration.ofSeconds(10));
    }

    @Test
    void takesTheTokenFromTheQueryAndHidesIt() {
        USER.knows("in-query", 51, "sid-51");

        client().get()
                .uri(URI.create("http://127.0.0.1:" + port
                        + "/api/v1/streaming/hashtag?tag=caf%C3%A9&access_token=in-query&x=1"))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(NOTIFICATION.last().uri()).isEqualTo("/api/v1/streaming/hashtag?tag=caf%C3%A9&x=1");
        assertThat(NOTIFICATION.last().header("Authorization")).startsWith("Bearer ey");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"?access_token=ws-1, -", "-, ws-1"})
    void bridgesWebSockets(@Nullable String query, @Nullable String protocol) throws Exception {
        USER.knows("ws-1", 52, "sid-52");
        NOTIFICATION.answers(StreamingIntegrationTests::echo);
        var answer = new CompletableFuture<String>();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (protocol != null) {
            builder.subprotocols(protocol);
        }

        WebSocket socket = builder.buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/api/v1/streaming" + (query == null ? "" : query)),
                        new Listener(answer))
                .get(10, TimeUnit.SECONDS);
        socket.sendText("hello", true).get(5, TimeUnit.SECONDS);

        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("echo hello");
        assertThat(socket.getSubprotocol()).isEqualTo(protocol == null ? "" : protocol);
        assertThat(NOTIFICATION.last().uri()).isEqualTo("/api/v1/streaming");
        assertThat(NOTIFICATION.last().header("Authorization")).startsWith("Bearer ey");
        assertThat(NOTIFICATION.last().header("Sec-WebSocket-Protocol")).isNull();
        socket.abort();
    }

    @Test
    void refusesASocketThatAnotherSiteOpensWithOurCookie() throws IOException {
        USER.knows("cookie-53", 53, "sid-53");

        assertThat(handshake("/api/v1/streaming", "https://evil.example", "Cookie: microblog_session=cookie-53"))
                .startsWith("HTTP/1.1 403")
                .contains("\"error\"");
        assertThat(handshake("/api/v1/streaming", "https://evil.example", "Accept: */*"))
                .startsWith("HTTP/1.1 403");
        assertThat(NOTIFICATION.received()).isEmpty();
    }

    @Test
    void refusesASocketWithABadToken() throws IOException {
        assertThat(handshake("/api/v1/streaming?access_token=bad", "https://app.example", "Accept: */*"))
                .startsWith("HTTP/1.1 401");
    }

    private static org.reactivestreams.Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
        return response.sendWebsocket(
                (in, out) -> out.sendString(in.receive().asString().map(text -> "echo " + text)));
    }

    private String handshake(String target, String origin, String header) throws IOException {
        return RawHttp.send(
                port,
                String.join(
                        "\r\n",
                        "GET " + target + " HTTP/1.1",
                        "Host: localhost:8080",
                        "Connection: Upgrade, close",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Origin: " + origin,
                        header,
                        "",
                        ""));
    }

    private record Listener(CompletableFuture<String> answer) implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            answer.complete(data.toString());
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}
