package io.microblog.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Clients that begin and do not end, and what others notice of them. A context of its own: circuit breakers remember. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@TestPropertySource(
        properties = {
            "microblog.answer-within=2s",
            "microblog.long-answer-within=2s",
            "microblog.limits.requests.media=100000/30m",
            "microblog.limits.bodies.account=3",
            "microblog.limits.bodies.anonymous=60",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=4",
            "resilience4j.circuitbreaker.configs.default.sliding-window-size=4",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=1s"
        })
class FloodIntegrationTests extends GatewayTest {

    private static final int MANY = 45;

    private final List<Socket> open = new ArrayList<>();

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void know() {
        USER.knows("alice", 71, "s71");
        USER.knows("bob", 72, "s72");
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /auth/sign_in", "POST /oauth/token", "GET /api/v1/instance"})
    void countsNoBodyThatNeverCame(String line) throws IOException {
        for (int i = 0; i < MANY; i++) {
            begin(line, "Content-Length: 1000", "email=a");
        }
        waitInVain(USER.http());
        hangUp();

        isWell("user-service", "/api/v1/instance");
        assertThat(USER.http().received()).allMatch(it -> it.uri().equals("/api/v1/instance"));
    }

    @Test
    void countsNoChunkedBodyThatNeverEnds() throws IOException {
        for (int i = 0; i < MANY; i++) {
            begin("POST /api/v1/statuses", "Transfer-Encoding: chunked", "5\r\nhello\r\n");
        }
        waitInVain(POST);
        hangUp();

        isWell("post-service", "/api/v1/timelines/public");
    }

    @Test
    void countsNoUploadThatEndsEarly() throws IOException {
        for (int i = 0; i < MANY; i++) {
            USER.knows("uploader-" + i, 1_000 + i, "s" + i);
            begin("POST /api/v2/media", "Authorization: Bearer uploader-" + i + "\r\nContent-Length: 1000", "photo");
        }
        waitInVain(POST);
        hangUp();

        isWell("post-service", "/api/v1/timelines/public");
    }

    @Test
    void countsNobodyWhoDoesNotWaitForTheAnswer() throws IOException {
        POST.answers((request, response) -> Mono.never());
        for (int i = 0; i < 10; i++) {
            begin("GET /api/v1/timelines/public", "Accept: */*", "");
        }
        await().untilAsserted(() -> assertThat(POST.received()).hasSize(10));
        hangUp();
        POST.answersNormally();

        isWell("post-service", "/api/v1/timelines/public");
    }

    @Test
    void letsNobodyKeepAServiceShutWhoDoesNotEnd() throws IOException {
        CircuitBreaker breaker = breakers.circuitBreaker("user-service");
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();

        for (int i = 0; i < MANY; i++) {
            begin("POST /auth/sign_in", "Content-Length: 1000", "email=a");
        }
        for (int i = 0; i < 5; i++) {
            client().get().uri("/api/v1/instance").exchange().expectStatus().isOk();
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void givesBackTheTurnsOfThoseWhoHangUp() throws IOException {
        CircuitBreaker breaker = breakers.circuitBreaker("post-service");
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        POST.answers((request, response) -> Mono.never());
        for (int i = 0; i < 5; i++) {
            begin("GET /api/v1/timelines/public", "Accept: */*", "");
        }
        await().untilAsserted(() -> assertThat(POST.received()).hasSize(5));
        hangUp();
        POST.answersNormally();

        await().untilAsserted(() -> client().get()
                .uri("/api/v1/timelines/public")
                .exchange()
                .expectStatus()
                .isOk());
        isWell("post-service", "/api/v1/timelines/public");
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void letsNoUploadTakeATurn() throws IOException {
        CircuitBreaker breaker = breakers.circuitBreaker("post-service");
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();

        for (int i = 0; i < 6; i++) {
            String who = i < 3 ? "alice" : "bob";
            begin("POST /api/v2/media", "Authorization: Bearer " + who + "\r\nContent-Length: 1000", "photo");
        }
        for (String who : List.of("alice", "bob")) {
            await().untilAsserted(() -> {
                begin("POST /api/v2/media", "Authorization: Bearer " + who + "\r\nContent-Length: 1000", "photo");
                assertThat(RawHttp.send(port, whole(who))).startsWith("HTTP/1.1 429");
            });
        }

        isWell("post-service", "/api/v1/timelines/public");
    }

    @Test
    void takesNoUploadWithoutAnAccount() throws IOException {
        USER.knows("app", claims -> claims.claim("client_id", "x"));

        assertThat(RawHttp.send(port, upload("Accept: */*"))).startsWith("HTTP/1.1 401");
        assertThat(RawHttp.send(port, upload("Cookie: microblog_session=stale\r\nOrigin: http://localhost:8080")))
                .startsWith("HTTP/1.1 401");
        assertThat(RawHttp.send(port, upload("Authorization: Bearer app"))).startsWith("HTTP/1.1 4");
        assertThat(RawHttp.send(port, upload("Expect: 100-continue"))).startsWith("HTTP/1.1 401");
        assertThat(POST.received()).isEmpty();
    }

    @Test
    void answersSomebodySignedOutWhoSendsAllTheSame() {
        client().post()
                .uri("/api/v2/media")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(new byte[8 * 1024 * 1024])
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v2/media", "PATCH /api/v1/accounts/update_credentials", "POST /api/v1/statuses"})
    void takesAFewUnfinishedBodiesOfAnAccountAndThoseOfOthers(String line) throws IOException {
        for (int i = 0; i < 3; i++) {
            begin(line, "Authorization: Bearer alice\r\nContent-Length: 1000", "photo");
        }

        String fourth =
                "%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nConnection: close\r\nContent-Length: 5\r\n\r\nphoto";
        await().untilAsserted(() -> {
            begin(line, "Authorization: Bearer alice\r\nContent-Length: 1000", "photo");
            assertThat(RawHttp.send(port, fourth.formatted(line, "alice"))).startsWith("HTTP/1.1 429");
        });
        assertThat(RawHttp.send(port, fourth.formatted(line, "bob"))).startsWith("HTTP/1.1 200");
        hangUp();
        await().untilAsserted(() ->
                assertThat(RawHttp.send(port, fourth.formatted(line, "alice"))).startsWith("HTTP/1.1 200"));
    }

    @Test
    void takesSoManyUnfinishedBodiesOfOneAddress() throws IOException {
        for (int i = 0; i < 60; i++) {
            begin("POST /auth/sign_in", "Content-Length: 1000", "email=a");
        }

        await().untilAsserted(() -> {
            begin("POST /auth/sign_in", "Content-Length: 1000", "email=a");
            client().post()
                    .uri("/oauth/token")
                    .bodyValue("x")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .exists("Retry-After");
        });
        client().post()
                .uri("/api/v1/statuses")
                .headers(headers -> headers.setBearerAuth("bob"))
                .bodyValue("status=x")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void keepsTimelinesOpenWhilePicturesWait() throws IOException {
        var waiting = new AtomicInteger();
        POST.answers((request, response) -> {
            if (request.uri().startsWith("/media/")) {
                waiting.incrementAndGet();
                return response.sse().sendString(Flux.just("half").concatWith(Flux.never()));
            }
            return StubService.json(response, 200, "{}");
        });
        for (int i = 0; i < 520; i++) {
            begin("GET /media/" + i + ".webp", "Accept: */*", "");
        }
        await().untilAsserted(() -> assertThat(waiting).hasValueGreaterThan(90));

        isWell("post-service", "/api/v1/timelines/public");
    }

    @Test
    void passesAWholeBodyOnWithItsLength() throws IOException {
        String chunked = String.join(
                "\r\n",
                "POST /api/v1/statuses HTTP/1.1",
                "Host: a",
                "Connection: close",
                "Transfer-Encoding: chunked",
                "",
                "5",
                "hello",
                "6",
                " world",
                "0",
                "",
                "");

        assertThat(RawHttp.send(port, chunked)).startsWith("HTTP/1.1 200");

        assertThat(POST.last().body()).isEqualTo("hello world");
        assertThat(POST.last().header("Content-Length")).isEqualTo("11");
        assertThat(POST.last().header("Transfer-Encoding")).isNull();
    }

    @Test
    void takesAnUploadThatIsSlowerThanTheAnswerMayBe() throws IOException {
        Socket socket = begin(
                "POST /api/v2/media",
                "Authorization: Bearer alice\r\nConnection: close\r\nContent-Length: 10",
                "hello");
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        socket.getOutputStream().write("world".getBytes(StandardCharsets.UTF_8));

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void doesNotWaitForTheAnswerToAnUploadForEver() throws IOException {
        POST.answers((request, response) -> Mono.never());
        Socket socket = begin(
                "POST /api/v2/media", "Authorization: Bearer alice\r\nConnection: close\r\nContent-Length: 5", "photo");

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 503");
    }

    @Test
    void givesUpABodyThatDoesNotCome() throws IOException {
        Socket socket = begin("POST /api/v1/statuses", "Content-Length: 1000", "status=");
        socket.setSoTimeout(20_000);

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 408")
                .contains("\"error\"");
    }

    @Test
    void countsNoLongHeadThatAClientCaused() throws IOException {
        POST.answers((request, response) ->
                StubService.json(response.header("Link", "<http://a/?" + "x".repeat(20_000) + ">"), 200, "{}"));
        for (int i = 0; i < 6; i++) {
            assertThat(RawHttp.get(port, "/api/v1/timelines/public")).startsWith("HTTP/1.1 200");
        }
        POST.answersNormally();

        isWell("post-service", "/api/v1/timelines/public");
    }

    @Test
    void countsNoCredentialThatCannotBeOne() {
        USER.http()
                .answers((request, response) ->
                        StubService.json(response, request.uri().contains("exchange") ? 422 : 200, "{}"));

        for (int i = 0; i < 10; i++) {
            String credential = "odd-" + i;
            client().get()
                    .uri("/api/v1/timelines/public")
                    .headers(headers -> headers.setBearerAuth(credential))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }

        assertThat(breakers.circuitBreaker("token-exchange").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void countsNoPreviewThatIsNotWaitedFor() {
        POST.answers((request, response) -> request.uri().startsWith("/api/v1/statuses/")
                ? Mono.delay(Duration.ofSeconds(2)).then(StubService.json(response, 200, "{}"))
                : StubService.json(response, 200, "{}"));

        for (int i = 0; i < 5; i++) {
            client().get().uri("/@alice/7").exchange().expectStatus().isOk();
        }

        isWell("post-service", "/api/v1/timelines/public");
    }

    private static String whole(String token) {
        return "POST /api/v2/media HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\nContent-Length: 5\r\n\r\nphoto";
    }

    private static String upload(String header) {
        return "POST /api/v2/media HTTP/1.1\r\nHost: localhost:8080\r\n" + header
                + "\r\nContent-Type: image/png\r\nContent-Length: 1000\r\n\r\nphoto";
    }

    private void isWell(String service, String path) {
        for (int i = 0; i < 6; i++) {
            client().get().uri(path).exchange().expectStatus().isOk();
        }
        await().during(Duration.ofMillis(300))
                .untilAsserted(() ->
                        assertThat(breakers.circuitBreaker(service).getState()).isEqualTo(CircuitBreaker.State.CLOSED));
        assertThat(breakers.circuitBreaker(service).getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    /** Longer than a service may take to answer, and as long as in the attack that was seen. */
    private static void waitInVain(StubService service) {
        await().during(Duration.ofMillis(2_500))
                .untilAsserted(() -> assertThat(service.received()).isEmpty());
    }

    /**
     * Begins a request and does not end it. One that is refused because somebody who asks whether all places are taken
     * has the last of them does not come back: whoever waits for that begins another each time.
     */
    private Socket begin(String line, String headers, String body) throws IOException {
        Socket socket = RawHttp.open(port, line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n" + body);
        open.add(socket);
        return socket;
    }
}
