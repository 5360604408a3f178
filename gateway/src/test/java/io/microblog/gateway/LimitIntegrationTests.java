package io.microblog.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The peer is 127.0.0.1, a trusted proxy here, so that tests can come from different addresses. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestPropertySource(
        properties = {
            "microblog.trusted-proxies=127.0.0.1, 10.0.0.0/8",
            "microblog.blocked-networks.pause=50ms",
            "microblog.limits.requests.account=5/5m",
            "microblog.limits.requests.anonymous=3/5m",
            "microblog.limits.requests.peer=12/5m",
            "microblog.limits.requests.files=20/5m",
            "microblog.limits.requests.media=2/30m",
            "microblog.limits.requests.deletions=2/30m"
        })
class LimitIntegrationTests extends GatewayTest {

    @Test
    void givesNothingToABlockedNetwork() {
        USER.blocks("198.18.0.0/24");

        await().untilAsserted(() -> get("/", "198.18.0.7", null).expectStatus().isForbidden());
        get("/api/v2/instance", "198.18.0.8", null).expectStatus().isForbidden();
        get("/api/v2/instance", "198.18.1.8", null).expectStatus().isOk();

        USER.mumblesAboutBlocks();
        get("/api/v2/instance", "198.18.0.8", null).expectStatus().isForbidden();

        USER.blocks("");
        await().untilAsserted(() ->
                get("/api/v2/instance", "198.18.0.9", null).expectStatus().isOk());
    }

    @Test
    void endsTheStreamsOfABlockedNetwork() throws Exception {
        USER.knows("listens", 39, "s39");
        NOTIFICATION.answers((request, response) -> request.uri().startsWith("/api/v1/streaming/")
                ? response.sse().sendString(Mono.just(":thump\n\n").concatWith(Mono.never()))
                : response.sendWebsocket((in, out) -> out.neverComplete()));
        var closed = new CompletableFuture<Integer>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-Forwarded-For", "198.19.0.7")
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/api/v1/streaming?access_token=listens"),
                        new WebSocket.Listener() {
                            @Override
                            public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                                closed.complete(status);
                                return null;
                            }
                        })
                .get(5, TimeUnit.SECONDS);
        Flux<String> events = get("/api/v1/streaming/user", "198.19.0.8", "listens")
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();

        USER.blocks("198.19.0.0/24");

        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
        StepVerifier.create(events)
                .thenConsumeWhile(event -> true)
                .expectComplete()
                .verify(Duration.ofSeconds(10));
        USER.blocks("");
    }

    @Test
    void announcesWhatIsLeft() {
        USER.knows("a", 31, "s31");
        Instant before = Instant.now();

        get("/api/v1/timelines/home", "192.0.2.1", "a")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-RateLimit-Limit", "5")
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "4")
                .expectHeader()
                .value("X-RateLimit-Reset", reset -> {
                    assertThat(reset).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
                    assertThat(Instant.parse(reset))
                            .isBetween(before.plus(Duration.ofMinutes(4)), before.plus(Duration.ofMinutes(6)));
                });
    }

    @Test
    void countsByAccountWhateverTheTokenAndTheAddress() {
        USER.knows("b1", 32, "s32a");
        USER.knows("b2", 32, "s32b");
        USER.knows("c", 33, "s33");
        for (int i = 0; i < 5; i++) {
            get("/api/v1/timelines/home", "192.0.2." + (10 + i), i % 2 == 0 ? "b1" : "b2")
                    .expectStatus()
                    .isOk();
        }

        get("/api/v1/timelines/home", "192.0.2.20", "b1")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("X-RateLimit-Remaining", "0")
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(200L, 300L))
                .expectBody()
                .json("{\"error\":\"Too many requests\",\"status\":429,\"title\":\"Too Many Requests\"}");
        get("/api/v1/timelines/home", "192.0.2.20", "c").expectStatus().isOk();
    }

    @Test
    void countsAnAppByItsAddressWhateverTheToken() {
        USER.knows("app-1", claims -> claims.claim("client_id", "x").claim("sid", "1"));
        USER.knows("app-2", claims -> claims.claim("client_id", "x").claim("sid", "2"));
        USER.knows("app-3", claims -> claims.claim("client_id", "y").claim("sid", "3"));
        for (int i = 0; i < 5; i++) {
            get("/api/v1/instance", "192.0.2.30", i % 2 == 0 ? "app-1" : "app-2")
                    .expectStatus()
                    .isOk();
        }

        get("/api/v1/instance", "192.0.2.30", "app-1").expectStatus().isEqualTo(429);
        get("/api/v1/instance", "192.0.2.30", "app-2").expectStatus().isEqualTo(429);
        get("/api/v1/instance", "192.0.2.30", "app-3").expectStatus().isOk();
        get("/api/v1/instance", "192.0.2.31", "app-1").expectStatus().isOk();
    }

    @Test
    void countsTheUnknownByAddress() {
        for (int i = 0; i < 3; i++) {
            get("/api/v1/timelines/public", "192.0.2.40", null).expectStatus().isOk();
        }

        get("/api/v1/timelines/public", "192.0.2.40", null).expectStatus().isEqualTo(429);
        get("/api/v1/timelines/public", "192.0.2.41", null).expectStatus().isOk();
    }

    @Test
    void countsOneNetworkOfIpv6AsOneAddress() {
        for (int i = 0; i < 3; i++) {
            get("/api/v1/timelines/public", "2001:db8:1:2::" + i, null)
                    .expectStatus()
                    .isOk();
        }

        get("/api/v1/timelines/public", "2001:db8:1:2:ffff::1", null)
                .expectStatus()
                .isEqualTo(429);
        get("/api/v1/timelines/public", "2001:db8:1:3::1", null).expectStatus().isOk();
    }

    @Test
    void countsManyNeighboursWhoAskTooMuchAsOne() {
        for (int i = 0; i < 12; i++) {
            get("/api/v1/timelines/public", "2001:db8:5:%x::1".formatted(i / 3), null)
                    .expectStatus()
                    .isOk();
        }

        get("/api/v1/timelines/public", "2001:db8:5:ff::1", null).expectStatus().isEqualTo(429);
        get("/api/v1/timelines/public", "2001:db8:5:100::1", null)
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1",
        "/@alice, 2",
        "/@alice/7, 3",
        "/explore, 4",
        "/health, 5",
        "/nope, 6",
        "/internal/x, 7",
        "/media/a.webp, 8",
        "/avatars/a.webp, 9",
        "/api/v1/nope, 10"
    })
    void countsAllThatIsServed(String path, int peer) {
        String from = "198.51.100." + peer;
        for (int i = 0; i < 12; i++) {
            page(path, from).expectStatus().value(status -> assertThat(status).isIn(200, 404));
        }

        page(path, from).expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
        get("/health", from, null).expectStatus().isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/app-1a2b3c.js, 20",
        "/avatars/original/missing.png, 21",
        "/landing.css, 22",
    })
    void countsFilesOfThePageApart(String path, int peer) {
        String from = "198.51.100." + peer;
        for (int i = 0; i < 20; i++) {
            get(path, from, null).expectStatus().isOk();
        }

        get(path, from, null).expectStatus().isEqualTo(429);
        get("/health", from, null).expectStatus().isOk();
    }

    @Test
    void letsWebClientsElsewhereReadARefusal() {
        for (int i = 0; i < 12; i++) {
            get("/health", "198.51.100.30", null).expectStatus().isOk();
        }

        client().get()
                .uri("/api/v1/timelines/public")
                .header("X-Forwarded-For", "198.51.100.30")
                .header("Origin", "https://app.example")
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*");
    }

    @Test
    void countsGuessesAgainstTheAddressAndAsksNobody() {
        for (int i = 0; i < 12; i++) {
            get("/api/v1/timelines/home", "192.0.2.50", UUID.randomUUID().toString())
                    .expectStatus()
                    .isUnauthorized();
        }

        get("/api/v1/timelines/home", "192.0.2.50", "guess-13").expectStatus().isEqualTo(429);
        assertThat(USER.exchangesOf("guess-13")).isZero();
    }

    @Test
    void isNotFooledByAForgedChain() {
        for (int i = 0; i < 3; i++) {
            get("/api/v1/timelines/public", "203.0.113." + i + ", 192.0.2.60, 10.1.2.3", null)
                    .expectStatus()
                    .isOk();
        }

        get("/api/v1/timelines/public", "203.0.113.99, 192.0.2.60", null)
                .expectStatus()
                .isEqualTo(429);
        assertThat(POST.last().header("X-Forwarded-For")).isEqualTo("192.0.2.60");
    }

    @Test
    void countsSignInPagesByAddressOnly() {
        for (int i = 0; i < 12; i++) {
            get("/auth/sign_in", "192.0.2.70", null)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .doesNotExist("X-RateLimit-Limit");
        }

        get("/auth/sign_in", "192.0.2.70", null)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void allowsFewerUploadsAndDeletions() {
        USER.knows("d", 34, "s34");
        for (int i = 0; i < 2; i++) {
            send("POST", "/api/v2/media", "d")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("X-RateLimit-Limit", "2");
        }
        send("POST", "/api/v2/media", "d").expectStatus().isEqualTo(429);

        USER.knows("e", 35, "s35");
        send("DELETE", "/api/v1/statuses/1", "e").expectStatus().isOk();
        send("POST", "/api/v1/statuses/1/unreblog", "e").expectStatus().isOk();
        send("DELETE", "/api/v1/statuses/2", "e").expectStatus().isEqualTo(429);
        send("POST", "/api/v1/statuses", "e").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec get(String path, String from, @Nullable String token) {
        return client().get()
                .uri(path)
                .header("X-Forwarded-For", from)
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    private WebTestClient.ResponseSpec page(String path, String from) {
        return client().get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header("X-Forwarded-For", from)
                .exchange();
    }

    private WebTestClient.ResponseSpec send(String method, String path, String token) {
        return client().method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(path)
                .header("X-Forwarded-For", "192.0.2.80")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
