package io.microblog.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "microblog.answer-within=1s")
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

    @ParameterizedTest
    @CsvSource({"400, Unknown stream type", "403, Not yours", "429, Too many requests", "503, Later"})
    void refusesASocketThatTheServiceWouldNotOpen(int status, String error) throws IOException {
        USER.knows("ws-5", 59, "sid-59");
        NOTIFICATION.answersJson(status, "{\"error\":\"" + error + "\"}");

        assertThat(handshake("/api/v1/streaming?access_token=ws-5", "https://app.example", "Accept: */*"))
                .startsWith("HTTP/1.1 " + status)
                .contains("{\"error\":\"" + error + "\"");
        assertThat(NOTIFICATION.last().header("Microblog-Preflight")).isEqualTo("websocket");
        assertThat(NOTIFICATION.received()).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.header("Authorization")).startsWith("Bearer ey");
            assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void answersTheClientWhenTheServicesSocketStands() throws Exception {
        USER.knows("ws-8", 62, "sid-62");
        var asked = new CompletableFuture<Boolean>();
        var standing = new CompletableFuture<Boolean>();
        NOTIFICATION.answers((request, response) -> {
            asked.complete(true);
            return Mono.fromFuture(standing)
                    .thenMany(Flux.defer(() -> response.sendWebsocket(
                            (in, out) -> out.sendString(Mono.just("at once")).neverComplete())));
        });
        var answer = new CompletableFuture<String>();

        CompletableFuture<WebSocket> socket = opening("?access_token=ws-8", new Listener(answer));
        assertThat(asked.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(socket).isNotDone();
        standing.complete(true);

        assertThat(socket.get(5, TimeUnit.SECONDS).isOutputClosed()).isFalse();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo("at once");
        socket.join().abort();
    }

    /** Not one that opens and closes: clients come back to that without pause. */
    @Test
    void refusesASocketThatTheServiceBreaksOff() throws IOException {
        USER.knows("ws-9", 63, "sid-63");
        NOTIFICATION.answers((request, response) -> {
            request.withConnection(connection -> {
                var _ = connection.channel().close();
            });
            return Mono.never();
        });

        assertThat(handshake("/api/v1/streaming?access_token=ws-9", "https://app.example", "Accept: */*"))
                .startsWith("HTTP/1.1 503")
                .contains("\"error\"");
    }

    @Test
    void refusesASocketWhileTheServiceIsAway() throws IOException {
        USER.knows("ws-6", 60, "sid-60");
        NOTIFICATION.stop();
        try {
            assertThat(handshake("/api/v1/streaming?access_token=ws-6", "https://app.example", "Accept: */*"))
                    .startsWith("HTTP/1.1 503")
                    .contains("\"error\"");
        } finally {
            NOTIFICATION.start();
        }
    }

    /** The question is the gateway's own. */
    @Test
    void handsOnNoPreflightOfAClient() {
        USER.knows("ws-7", 61, "sid-61");

        client().get()
                .uri("/api/v1/streaming?access_token=ws-7")
                .header("Microblog-Preflight", "websocket")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(NOTIFICATION.last().header("Microblog-Preflight")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1008, The access token was revoked", "1013, 'Events were missed, try again'"})
    void endsASocketWhenTheServiceDoes(int code, String reason) throws Exception {
        USER.knows("ws-2", 54, "sid-54");
        NOTIFICATION.answers((request, response) -> response.sendWebsocket((in, out) -> out.sendClose(code, reason)));
        var closed = new CompletableFuture<String>();

        open("?access_token=ws-2", new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                closed.complete(status + " " + reason);
                return null;
            }
        });

        assertThat(closed.get(5, TimeUnit.SECONDS)).isEqualTo(code + " " + reason);
    }

    @Test
    void endsTheSocketToTheServiceWithTheClients() throws Exception {
        USER.knows("ws-3", 55, "sid-55");
        var gone = new CompletableFuture<Boolean>();
        NOTIFICATION.answers((request, response) -> response.sendWebsocket((in, out) ->
                in.receive().doFinally(signal -> gone.complete(true)).then()));

        open("?access_token=ws-3", new WebSocket.Listener() {}).abort();

        assertThat(gone.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void handsPingsOnToTheClient() throws Exception {
        USER.knows("ws-4", 56, "sid-56");
        var pinged = new CompletableFuture<Boolean>();
        var answered = new CompletableFuture<Boolean>();
        NOTIFICATION.answers((request, response) ->
                response.sendWebsocket((in, out) -> out.sendObject(Flux.just(new PingWebSocketFrame()))
                        .then(in.receiveFrames()
                                .filter(PongWebSocketFrame.class::isInstance)
                                .doOnNext(pong -> answered.complete(true))
                                .then())));

        open("?access_token=ws-4", new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
                pinged.complete(true);
                socket.request(1);
                return null;
            }
        });

        assertThat(pinged.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(answered.get(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Neither takes connections from the other: more streams than small requests have, and all stay open. */
    @Test
    void leavesOtherRequestsTheirConnections() throws Exception {
        USER.knows("many", 57, "sid-57");
        NOTIFICATION.answers((request, response) -> request.uri().startsWith("/api/v1/streaming")
                ? response.sendWebsocket(
                        (in, out) -> out.sendString(Mono.just("here")).neverComplete())
                : StubService.json(response, 200, "{}"));
        List<WebSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            sockets.add(open("?access_token=many", new WebSocket.Listener() {}));
        }

        client().get()
                .uri("/api/v1/markers")
                .headers(headers -> headers.setBearerAuth("many"))
                .exchange()
                .expectStatus()
                .isOk();
        USER.knows("fresh", 58, "sid-58");
        client().get()
                .uri("/api/v1/markers")
                .headers(headers -> headers.setBearerAuth("fresh"))
                .exchange()
                .expectStatus()
                .isOk();
        sockets.forEach(WebSocket::abort);
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

    private WebSocket open(String query, WebSocket.Listener listener) throws Exception {
        return opening(query, listener).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<WebSocket> opening(String query, WebSocket.Listener listener) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/streaming" + query), listener);
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
