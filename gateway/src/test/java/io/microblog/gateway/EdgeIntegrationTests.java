package io.microblog.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EdgeIntegrationTests extends GatewayTest {

    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/statuses", "/oauth/token/", "/.well-known/nodeinfo", "/nodeinfo/2.0", "/media/a.webp"})
    void answersPreflightsItself(String path) {
        client().options()
                .uri(path)
                .header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*")
                .expectHeader()
                .value(
                        "Access-Control-Allow-Methods",
                        methods -> assertThat(methods).contains("DELETE", "PATCH"))
                .expectHeader()
                .valueEquals("Access-Control-Allow-Headers", "authorization, idempotency-key")
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Credentials");

        assertThat(POST.received()).isEmpty();
        assertThat(USER.http().received()).isEmpty();
    }

    @Test
    void letsOtherOriginsReadWhatTheyNeed() {
        client().get()
                .uri("/api/v1/timelines/public")
                .header("Origin", "https://app.example")
                .exchange()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*")
                .expectHeader()
                .value(
                        "Access-Control-Expose-Headers",
                        exposed -> assertThat(exposed)
                                .contains("Link", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"))
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Credentials");
    }

    @Test
    void opensErrorsToOtherOriginsToo() {
        client().get()
                .uri("/api/v1/nope")
                .header("Origin", "https://app.example")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/sign_in", "/", "/explore"})
    void opensNothingElse(String path) {
        client().get()
                .uri(path)
                .header("Origin", "https://app.example")
                .exchange()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    /** Without an origin, too: a browser uses the copy that it loaded for an image once more for a script. */
    @ParameterizedTest
    @CsvSource({
        "/media/a.webp, 200",
        "/media/a.webp, 206",
        "/media/a.webp, 304",
        "/media/gone.webp, 404",
        "/avatars/a.webp, 200",
        "/headers/a.webp, 304"
    })
    void letsEverySiteDrawPictures(String path, int status) {
        POST.answersJson(status, "");
        USER.http().answersJson(status, "");
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            opensPicture(client().method(method).uri(path).header("Range", "bytes=0-1"), status);
            opensPicture(client().method(method).uri(path).header("Origin", "https://app.example"), status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/avatars/original/missing.png", "/headers/original/missing.png", "/icon.svg"})
    void letsEverySiteDrawWhatTheGatewayHas(String path) {
        opensPicture(client().get().uri(path), 200);
        opensPicture(client().head().uri(path), 200);
    }

    private static void opensPicture(RequestHeadersSpec<?> request, int status) {
        HttpHeaders headers = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "*")
                .expectHeader()
                .valueEquals("Cross-Origin-Resource-Policy", "cross-origin")
                .returnResult(Void.class)
                .getResponseHeaders();
        assertThat(headers.getVary()).doesNotContain("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a",
                "GET /explore HTTP/1.1\r\nHost: a",
                "GET /@alice HTTP/1.1\r\nHost: a",
                "GET /icon.svg HTTP/1.1\r\nHost: a",
                "GET /health HTTP/1.1\r\nHost: a",
                "GET /api/v1/nope HTTP/1.1\r\nHost: a",
                "GET /api/v1//nope HTTP/1.1\r\nHost: a",
                "GET /api/v1/timelines/home HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer bad",
                "OPTIONS /api/v1/statuses HTTP/1.1\r\nHost: a\r\nOrigin: http://b\r\nAccess-Control-Request-Method: PUT",
                "POST /api/v1/statuses HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999",
                "GARBAGE"
            })
    void saysWhenItAnswered(String request) throws IOException {
        String answer = RawHttp.send(port, request + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").containsOnlyOnce("date: ");
        String date = answer.replaceFirst("(?s).*\\ndate: ([^\r]*).*", "$1");
        assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                .isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
    }

    @Test
    void leavesTheDateOfAServiceAlone() {
        String date = "Sun, 06 Nov 1994 08:49:37 GMT";
        POST.answers((request, response) -> StubService.json(response.header("Date", date), 200, "{}"));

        client().get().uri("/api/v1/timelines/public").exchange().expectHeader().valueEquals("Date", date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v2/instance", "/nope", "/auth/sign_in", "/health"})
    void hardensBrowsers(String path) {
        client().get()
                .uri(path)
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .exists("Referrer-Policy")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .doesNotExist("Cross-Origin-Opener-Policy")
                .expectHeader()
                .doesNotExist("Strict-Transport-Security");
    }

    @Test
    void leavesThePolicyOfSignInPagesAlone() {
        USER.http()
                .answers((request, response) -> StubService.json(
                        response.header("Content-Security-Policy", "form-action 'self' https://app.example"),
                        200,
                        "{}"));
        client().get()
                .uri("/oauth/authorize")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Security-Policy", "form-action 'self' https://app.example");

        USER.answerExchanges();
        client().get().uri("/oauth/authorize").exchange().expectHeader().doesNotExist("Content-Security-Policy");
        client().get()
                .uri("/api/v1/instance")
                .exchange()
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLarge() {
        client().post()
                .uri("/api/v1/statuses")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new byte[MEGABYTE + 1])
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .json("{\"error\":\"The request is too large\",\"status\":413}");

        assertThat(POST.received()).isEmpty();
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        Flux<DataBuffer> body =
                Flux.range(0, 20).map(i -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[MEGABYTE / 10]));

        client().post()
                .uri("/api/v1/statuses")
                .body(BodyInserters.fromDataBuffers(body))
                .exchange()
                .expectStatus()
                .isEqualTo(413);

        assertThat(POST.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/media", "/api/v1/accounts/update_credentials"})
    void takesLargerUploads(String path) {
        USER.knows("uploader", 61, "s61");

        client().method(path.endsWith("media") ? HttpMethod.POST : HttpMethod.PATCH)
                .uri(path)
                .headers(headers -> headers.setBearerAuth("uploader"))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(new byte[5 * MEGABYTE])
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void passesBodiesOnUnchanged() {
        client().post()
                .uri("/api/v1/statuses")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("status=hello+world&media_ids%5B%5D=1&media_ids[]=2")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(POST.last().body()).isEqualTo("status=hello+world&media_ids%5B%5D=1&media_ids[]=2");
        assertThat(POST.last().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void keepsReadingAfterRequestsThatCameTogether() throws IOException {
        POST.answers(
                (request, response) -> Mono.delay(Duration.ofMillis(50)).then(StubService.json(response, 200, "{}")));
        String forwarded = "GET /api/v1/timelines/public HTTP/1.1\r\nHost: a\r\n\r\n";
        String answeredAtOnce = "GET /nope HTTP/1.1\r\nHost: a\r\n\r\n";
        String last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

        assertThat(RawHttp.sendInTurn(port, forwarded + answeredAtOnce, "\"status\":404}", last))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void answersMethodsItDoesNotKnow() throws IOException {
        assertThat(RawHttp.send(port, "BREW /coffee HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("\"error\"");
    }
}
