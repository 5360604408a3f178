package io.microblog.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.microblog.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CredentialsIntegrationTests extends GatewayTest {

    private static final String HOME = "/api/v1/timelines/home";
    private static final String SESSION = "microblog_session";

    @Test
    void exchangesAnAccessTokenForAnInternalOne() throws Exception {
        USER.knows("opaque-1", 1, "sid-1");

        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer opaque-1")
                .exchange()
                .expectStatus()
                .isOk();

        String sent =
                Objects.requireNonNull(POST.last().header("Authorization")).substring("Bearer ".length());
        assertThat(SignedJWT.parse(sent).getJWTClaimsSet().getSubject()).isEqualTo("1");
        assertThat(USER.exchanges())
                .singleElement()
                .satisfies(question ->
                        assertThat(question.body()).isEqualTo("{\"kind\":\"bearer\",\"credential\":\"opaque-1\"}"));
    }

    @Test
    void leavesCredentialsOfWebhooksToTheService() {
        client().post()
                .uri("/webhooks/postmark")
                .header("Authorization", "Basic cG9zdG1hcms6c2VjcmV0")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(NOTIFICATION.last().header("Authorization")).isEqualTo("Basic cG9zdG1hcms6c2VjcmV0");
    }

    @Test
    void provesItselfToUserService() throws Exception {
        USER.knows("opaque-2", 2, "sid-2");

        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer opaque-2")
                .exchange()
                .expectStatus()
                .isOk();

        String identity = Objects.requireNonNull(USER.exchanges().getFirst().header("Authorization"));
        SignedJWT jwt = SignedJWT.parse(identity.substring("Bearer ".length()));
        assertThat(jwt.verify(new MACVerifier(
                        java.util.Base64.getDecoder().decode(TestTokens.key("gateway", "user-service")))))
                .isTrue();
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("gateway");
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("user-service");
    }

    @Test
    void asksOnceForAThousandRequests() {
        USER.knows("popular", 3, "sid-3");
        USER.takes(Duration.ofMillis(500));
        // Of its own: one that another test left idle may be closed in this very moment.
        ConnectionProvider connections = ConnectionProvider.create("thousand", 500);
        WebClient client = WebClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
                .build();

        List<Integer> statuses = Flux.range(0, 1_000)
                .flatMap(
                        i -> client.get()
                                .uri(HOME)
                                .header("Authorization", "Bearer popular")
                                .exchangeToMono(response -> response.releaseBody()
                                        .thenReturn(response.statusCode().value())),
                        500)
                .collectList()
                .block(Duration.ofSeconds(60));

        connections.dispose();
        assertThat(statuses).hasSize(1_000).containsOnly(200);
        assertThat(USER.exchangesOf("popular")).isEqualTo(1);
    }

    @Test
    void refusesAnUnknownTokenAndRemembersItBriefly() {
        for (int i = 0; i < 5; i++) {
            client().get()
                    .uri("/api/v2/instance")
                    .header("Authorization", "Bearer guessed")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueMatches("WWW-Authenticate", "Bearer .*")
                    .expectBody()
                    .json("{\"error\":\"The access token is invalid\",\"status\":401,\"title\":\"Unauthorized\"}");
        }

        assertThat(USER.exchangesOf("guessed")).isEqualTo(1);
    }

    @Test
    void learnsSoonThatAnUnknownTokenBecameKnown() {
        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer later")
                .exchange()
                .expectStatus()
                .isUnauthorized();

        USER.knows("later", 4, "sid-4");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> client().get()
                        .uri(HOME)
                        .header("Authorization", "Bearer later")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void neverRemembersAnError() {
        USER.knows("unlucky", 5, "sid-5");
        USER.fails(true);
        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer unlucky")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");

        USER.fails(false);

        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer unlucky")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void neverRemembersATokenLongerThanItLives() {
        USER.knows("short", StubUserService.account(6, Instant.now(), Duration.ofSeconds(2)));
        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer short")
                .exchange()
                .expectStatus()
                .isOk();
        USER.forgets("short");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> client().get()
                        .uri(HOME)
                        .header("Authorization", "Bearer short")
                        .exchange()
                        .expectStatus()
                        .isUnauthorized());
    }

    @Test
    void letsAnonymousRequestsThroughAsSuch() {
        client().get().uri("/api/v1/timelines/public").exchange().expectStatus().isOk();

        assertThat(POST.last().header("Authorization")).isNull();
        assertThat(USER.exchanges()).isEmpty();
    }

    @Test
    void dropsCredentialsThatTheApiDoesNotKnow() {
        client().get()
                .uri(HOME)
                .header("Authorization", "Basic YTpi")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(POST.last().header("Authorization")).isNull();
    }

    @Test
    void exchangesASessionCookieAndKeepsItToItself() {
        USER.knows("cookie-1", 7, "sid-7");

        client().get()
                .uri(HOME)
                .cookie(SESSION, "cookie-1")
                .cookie("theme", "dark")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(USER.exchanges().getFirst().body()).isEqualTo("{\"kind\":\"session\",\"credential\":\"cookie-1\"}");
        assertThat(POST.last().header("Cookie")).isNull();
        assertThat(POST.last().header("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void takesAStaleCookieForNobody() {
        client().get()
                .uri("/api/v1/timelines/public")
                .cookie(SESSION, "stale")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(POST.last().header("Authorization")).isNull();
    }

    @Test
    void prefersTheTokenToTheCookie() {
        USER.knows("token-8", 8, "sid-8");

        client().post()
                .uri("/api/v1/statuses")
                .header("Authorization", "Bearer token-8")
                .header("Origin", "https://evil.example")
                .cookie(SESSION, "whatever")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(USER.exchanges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 403",
                "https://evil.example, -, 403",
                "https://evil.example, cross-site, 403",
                "null, -, 403",
                "http://localhost:8080.evil.example, -, 403",
                "http://localhost:8081, same-site, 403",
                "http://localhost:8080, -, 200",
                "-, same-origin, 200",
                "http://localhost:8080, same-origin, 200"
            })
    void checksWhereACookieBorneWriteComesFrom(String origin, String site, int status) {
        USER.knows("cookie-9", 9, "sid-9");

        client().post()
                .uri("/api/v1/statuses")
                .cookie(SESSION, "cookie-9")
                .headers(headers -> {
                    headers.set("Origin", origin);
                    headers.set("Sec-Fetch-Site", site);
                })
                .exchange()
                .expectStatus()
                .isEqualTo(status);

        assertThat(POST.received()).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void checksEveryKindOfWrite(String method) {
        client().method(HttpMethod.valueOf(method))
                .uri("/api/v1/statuses/1")
                .cookie(SESSION, "any")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.error")
                .isNotEmpty();
    }

    @Test
    void leavesSignInToUserService() {
        client().post()
                .uri("/oauth/token")
                .header("Authorization", "Basic Y2xpZW50OnNlY3JldA==")
                .header("Origin", "https://app.example")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(USER.http().last().header("Authorization")).isEqualTo("Basic Y2xpZW50OnNlY3JldA==");

        client().get()
                .uri("/auth/sign_in")
                .cookie(SESSION, "cookie-1")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(USER.http().last().header("Cookie")).isEqualTo(SESSION + "=cookie-1");
        assertThat(USER.exchanges()).isEmpty();
    }

    @Test
    void keepsCredentialsFromWhatIsForEverybody() {
        client().get()
                .uri("/nodeinfo/2.0")
                .header("Authorization", "Bearer x")
                .cookie(SESSION, "y")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(USER.http().last().header("Authorization")).isNull();
        assertThat(USER.http().last().header("Cookie")).isNull();
        assertThat(USER.exchanges()).isEmpty();
    }

    @Test
    void dropsWhatClaimsAnIdentity() {
        var forged = Map.of(
                "X-User-Id", "1",
                "Microblog-Reader", "1",
                "microblog-anything", "1",
                "X-Internal-Token", "1",
                "X-Real-IP", "9.9.9.9",
                "Forwarded", "for=9.9.9.9;host=evil.example",
                "X-Forwarded-For", "9.9.9.9",
                "X-Forwarded-Host", "evil.example",
                "X-Forwarded-Proto", "gopher",
                "X-Forwarded-Prefix", "/evil");

        for (String path : new String[] {"/api/v1/instance", "/auth/password/new"}) {
            client().get()
                    .uri(path)
                    .headers(headers -> forged.forEach(headers::set))
                    .header("Idempotency-Key", "kept")
                    .exchange()
                    .expectStatus()
                    .isOk();

            StubService.Received got = USER.http().last();
            assertThat(got.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
            assertThat(got.header("X-Forwarded-Host")).isEqualTo("localhost:8080");
            assertThat(got.header("X-Forwarded-Proto")).isEqualTo("http");
            assertThat(got.header("Idempotency-Key")).isEqualTo("kept");
            assertThat(got.headers().names())
                    .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(
                            "x-user-id",
                            "microblog-reader",
                            "microblog-anything",
                            "x-internal-token",
                            "x-real-ip",
                            "forwarded",
                            "x-forwarded-prefix");
        }
    }

    @Test
    void ignoresATokenInTheQueryWhereNothingStreams() {
        client().get()
                .uri(HOME + "?access_token=opaque")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(USER.exchanges()).isEmpty();
        assertThat(POST.last().header("Authorization")).isNull();
    }

    @Test
    void keepsPrivateAnswersOutOfSharedCaches() {
        USER.knows("token-10", 10, "sid-10");

        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer token-10")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
        POST.answers(
                (request, response) -> StubService.json(response.header("Cache-Control", "max-age=60"), 200, "{}"));
        client().get()
                .uri(HOME)
                .header("Authorization", "Bearer token-10")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=60");
    }
}
