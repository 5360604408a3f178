package io.microblog.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesIntegrationTests extends GatewayTest {

    private static final Map<String, StubService> SERVICES = Map.of(
            "user",
            USER.http(),
            "post",
            POST,
            "search",
            SEARCH,
            "notification",
            NOTIFICATION,
            "translation",
            TRANSLATION);

    @Value("${local.management.port}")
    int managementPort;

    @ParameterizedTest
    @CsvSource(textBlock = """
            /api/v1/apps, user
            /api/v1/apps/verify_credentials, user
            /api/v1/accounts, user
            /api/v1/accounts/verify_credentials, user
            /api/v1/accounts/update_credentials, user
            /api/v1/accounts/1/followers, user
            /api/v1/accounts/1/statuses, post
            /api/v1/accounts/search, search
            /api/v2/search?q=a%20b&resolve=true, search
            /api/v1/instance, user
            /api/v1/instance/peers, user
            /api/v1/instance/translation_languages, translation
            /api/v2/instance, user
            /api/v1/preferences, user
            /api/v1/custom_emojis, user
            /api/v1/follow_requests, user
            /api/v1/strikes/7/appeal, user
            /api/v1/moderation_cases/7/messages, user
            /api/v1/statuses, post
            /api/v1/statuses/1/context, post
            /api/v1/admin/translations, translation
            /api/v1/admin/automatic_rules, post
            /api/v1/admin/automatic_rules/7/hits, post
            /api/v1/admin/held_posts/7/release, post
            /api/v1/admin/tags/%E6%97%A5%E6%9C%AC, post
            /api/v1/admin/trends/statuses/7/approve, post
            /api/v1/statuses/1/translate, translation
            /api/v1/timelines/home?max_id=5&limit=20, post
            /api/v1/timelines/tag/%E6%97%A5%E6%9C%AC, post
            /api/v1/media, post
            /api/v2/media, post
            /api/v1/favourites, post
            /api/v1/polls/1/votes, post
            /api/v2/filters/1, post
            /api/v1/notifications, notification
            /api/v2/notifications/policy, notification
            /api/v1/markers, notification
            /api/v1/mail/unsubscribe, notification
            /api/v1/mail/choices?token=7.follow.x, notification
            /api/v1/mail/preferences, notification
            /api/v1/announcements, notification
            /api/v1/admin/announcements, notification
            /api/v1/admin/ip_blocks/7, user
            /api/v1/admin/measures, user
            /api/v1/admin/dimensions, user
            /api/v1/admin/retention, user
            /api/v1/invites/7, user
            /api/v1/admin/announcements/7/publish, notification
            /api/v1/admin/mail_suppressions/7/reactivate, notification
            /api/v1/mail/suppressions, notification
            /api/v1/admin/mail_budget, notification
            /api/v1/admin/mails, notification
            /api/v1/admin/mails/digest.daily, notification
            /webhooks/postmark, notification
            /api/v1/push/subscription, notification
            /oauth/token, user
            /oauth/userinfo, user
            /oauth/authorize?client_id=x, user
            /auth/sign_in, user
            /.well-known/webfinger?resource=acct:a@b, user
            /nodeinfo/2.0, user
            /media/abc.webp, post
            /avatars/abc.webp, user
            """)
    void routesByPath(String path, String service) {
        client().get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(Objects.requireNonNull(SERVICES.get(service)).last().uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nope", "/api", "/api/v9/statuses", "/nope", "/API/v1/statuses", "/.env"})
    void answersWhatDoesNotExist(String path) {
        client().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .json("""
                        {"error":"Record not found","title":"Not Found","status":404,"type":"about:blank"}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/tokens/exchange",
                "/INTERNAL/tokens/exchange",
                "/Internal/statuses?id=1",
                "/actuator",
                "/actuator/health",
                "/Actuator/prometheus",
                "//internal/statuses",
                "/api/v1//statuses",
                "/api/v1/statuses/../../../internal/statuses",
                "/api/v1/statuses/..;/internal",
                "/api/v1/statuses/..",
                "/api/v1/./statuses",
                "/api/v1/statuses/%2e%2e/%2e%2e/%2e%2e/internal/statuses",
                "/api/v1/statuses/%2E%2E/actuator",
                "/api/v1/statuses/%252e%252e/internal",
                "/api/v1/statuses/..%2finternal",
                "/api/v1/statuses/..%5cinternal",
                "/api/v1/statuses;/internal",
                "/;/internal/statuses",
                "/%69nternal/statuses",
                "/internal%2fstatuses",
                "/oauth/..%2f..%2finternal",
                "/auth/%2e%2e/internal/statuses",
                "/auth/x%00/internal",
                "/auth/x%0d%0aX-Injected:1",
                "\\internal\\statuses",
                "/auth\\..\\internal",
                "http://localhost/internal/statuses"
            })
    void hidesWhatIsInternalInEverySpelling(String target) throws IOException {
        String response = RawHttp.get(port, target);

        assertThat(response).startsWith("HTTP/1.1 404").contains("{\"error\":\"Record not found\"");
        assertThat(SERVICES.values())
                .allSatisfy(service -> assertThat(service.received()).isEmpty());
    }

    @Test
    void escapesWhatBrowsersLeaveInQueries() throws IOException {
        RawHttp.get(port, "/api/v2/search?q=a|b&ids[]=1");

        assertThat(SEARCH.last().uri()).isEqualTo("/api/v2/search?q=a%7Cb&ids[]=1");
    }

    @Test
    void explainsBrokenRequests() throws IOException {
        assertThat(RawHttp.send(port, "GARBAGE\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("content-type: application/json")
                .contains("\"error\":\"The request cannot be understood\"");
        assertThat(RawHttp.get(port, "/api/v1/a\u0001b"))
                .startsWith("HTTP/1.1 400")
                .contains("\"error\"");
        assertThat(RawHttp.get(port, "/" + "a".repeat(9_000)))
                .startsWith("HTTP/1.1 414")
                .contains("\"error\"");
        assertThat(RawHttp.send(port, "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(17_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("\"error\"");
    }

    @Test
    void refusesSmuggledRequests() throws IOException {
        String both = String.join(
                "\r\n",
                "POST /api/v1/statuses HTTP/1.1",
                "Host: a",
                "Content-Length: 4",
                "Transfer-Encoding: chunked",
                "",
                "0",
                "",
                "GET /internal HTTP/1.1",
                "Host: a",
                "",
                "");
        String twice = String.join(
                "\r\n",
                "POST /api/v1/statuses HTTP/1.1",
                "Host: a",
                "Content-Length: 0",
                "Content-Length: 4",
                "",
                "abcd");

        assertThat(RawHttp.send(port, both)).startsWith("HTTP/1.1 400");
        assertThat(RawHttp.send(port, twice)).startsWith("HTTP/1.1 400");
        assertThat(POST.received()).isEmpty();
    }

    @Test
    void passesOnAServicesOwnErrors() {
        POST.answersJson(422, "{\"error\":\"Validation failed\",\"details\":{}}");

        client().post()
                .uri("/api/v1/statuses")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .json("{\"error\":\"Validation failed\",\"details\":{}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/avatars/original/missing.png", "/.well-known/change-password"})
    void answersHeadLikeGet(String path) {
        HttpStatusCode status =
                client().get().uri(path).exchange().returnResult(Void.class).getStatus();

        client().head()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .isEmpty();
        assertThat(USER.http().received()).isEmpty();
    }

    @Test
    void leadsPasswordManagersToTheSettings() {
        client().get()
                .uri("/.well-known/change-password")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("http://localhost:8080/auth/settings#change-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/avatars/original/missing.png", "/headers/original/missing.png"})
    void hasImagesForThoseWhoHaveNone(String path) {
        client().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_PNG)
                .expectBody(byte[].class)
                .value(bytes -> assertThat(bytes).startsWith(0x89, 'P', 'N', 'G'));
    }

    @Test
    void saysThatItIsUp() {
        client().get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/prometheus"})
    void isManagedOnAPortOfItsOwn(String path) {
        client().get()
                .uri("http://127.0.0.1:" + managementPort + path)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void passesTheTraceOn() {
        client().get().uri("/api/v1/timelines/public").exchange().expectStatus().isOk();

        assertThat(POST.last().header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }
}
