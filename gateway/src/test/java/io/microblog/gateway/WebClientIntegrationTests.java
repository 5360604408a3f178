package io.microblog.gateway;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/** The web client as the tests' own small build has it. */
class WebClientIntegrationTests extends GatewayTest {

    private static final String CLIENT = "/assets/app-1a2b3c.js";
    private static final String ALICE = """
            {"acct":"alice","username":"alice","display_name":"<Alice>","note":"<p>Tea</p>","avatar":"http://a/1.png"}""";

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/explore, 200",
        "/tags/café, 200",
        "/@alice/followers, 200",
        "/@alice/7/boosts, 200",
        "/@alice/7/quotes, 200",
        "/search?q=a, 200",
        "/no/such/page, 404",
        "/nonsense, 404",
        "/@alice/elsewhere, 404",
        "/tags, 404"
    })
    void showsEveryPageOfTheClient(String path, int status) {
        open(path)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains(
                                        "default-src 'none'",
                                        "script-src 'self'",
                                        "style-src 'self'",
                                        "frame-ancestors 'none'")
                                .doesNotContain("unsafe"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains(CLIENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nope", "/assets/gone.js", "/internal/x", "/actuator/health", "/health/x"})
    void answersProgramsWithAnErrorThough(String path) {
        open(path).expectStatus().isNotFound().expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @CsvSource({"/explore, */*", "/about, */*", "/tags/x, */*", "/settings, application/json", "/@alice/media, */*"})
    void showsPagesToWhoeverAsks(String path, String accepted) {
        client().get()
                .uri(path)
                .header("Accept", accepted)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8");
        client().get().uri(path).exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({"/nonsense, */*", "/nonsense, application/json", "/picture.png, image/png"})
    void tellsProgramsInTheirWayThatThereIsNoPage(String path, String accepted) {
        client().get()
                .uri(path)
                .header("Accept", accepted)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@nobody", "/@nobody/followers", "/@nobody/with_replies"})
    void hasNoPageOfNobody(String path) {
        USER.http().answersJson(404, "{}");

        open(path).expectStatus().isNotFound().expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML);
    }

    @Test
    void takesNoPostsToAPage() {
        client().post().uri("/explore").exchange().expectStatus().isNotFound();
    }

    /** Asked by hand, since the usual client unpacks what it gets. */
    @ParameterizedTest
    @CsvSource({"'gzip, deflate, br', br, brotli", "gzip, gzip, gzip"})
    void sendsTheSmallestFormThatTheBrowserReads(String accepted, String encoding, String content) throws IOException {
        assertThat(ask("Accept-Encoding: " + accepted))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-encoding: " + encoding)
                .doesNotContainPattern("(?is)content-encoding:.*content-encoding:")
                .containsIgnoringCase("vary: accept-encoding")
                .containsIgnoringCase("cache-control: max-age=31536000, public, immutable")
                .containsIgnoringCase("content-type: text/javascript")
                .endsWith(content);
    }

    @Test
    void sendsThePlainFormToThoseWhoUnpackNothing() throws IOException {
        assertThat(ask("Accept: */*")).endsWith("plain").doesNotContainIgnoringCase("content-encoding");
    }

    /** A worker that may fetch nothing opens no page, and one that stays in caches keeps an old version alive. */
    @Test
    void givesTheServiceWorkerThePolicyOfThePages() {
        HttpHeaders headers = client().get()
                .uri("/sw.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/javascript")
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("connect-src 'self'", "script-src 'self'", "worker-src 'self'"))
                .expectBody(String.class)
                .value(worker -> assertThat(worker).contains("skipWaiting"))
                .returnResult()
                .getResponseHeaders();

        client().get()
                .uri("/sw.js")
                .header("If-None-Match", String.valueOf(headers.getETag()))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void sendsTheServiceWorkerCompressed() throws IOException {
        assertThat(ask("/sw.js", "Accept-Encoding: gzip")).containsIgnoringCase("content-encoding: gzip");
    }

    @Test
    void previewsAProfile() {
        USER.http().answersJson(200, ALICE);

        client().get()
                .uri("/@alice")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("<meta property=\"og:title\" content=\"&lt;Alice&gt; (@alice)\" />", CLIENT));
        assertThat(USER.http().last().uri()).isEqualTo("/api/v1/accounts/lookup?acct=alice");
    }

    @Test
    void previewsAPost() {
        POST.answersJson(200, """
                {"id":"7","created_at":"2026-11-22T11:14:00.000Z","content":"<p>Hello</p>","account":%s}""".formatted(ALICE));

        open("/@alice/7")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<meta property=\"og:description\" content=\"Hello\" />"));
        assertThat(POST.last().uri()).isEqualTo("/api/v1/statuses/7");
        assertThat(POST.last().header("Authorization")).isNull();
    }

    @Test
    void givesThePostToThoseWithoutScripts() {
        POST.answersJson(200, """
                {"id":"7","content":"<p>Hello</p><p>World $1</p>","account":%s}""".formatted(ALICE));

        open("/@alice/7")
                .expectBody(String.class)
                .value(page -> assertThat(noScript(page))
                        .contains(
                                "&lt;Alice&gt; (@alice)",
                                "<p dir=\"auto\">Hello</p>",
                                "<p dir=\"auto\">World $1</p>",
                                "JavaScript"));
    }

    @Test
    void givesTheProfileToThoseWithoutScripts() {
        USER.http().answersJson(200, ALICE);

        open("/@alice")
                .expectBody(String.class)
                .value(page -> assertThat(noScript(page)).contains("&lt;Alice&gt; (@alice)", "Tea", "JavaScript"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, 'es-MX,es;q=0.9,en;q=0.8', es, ltr",
        "/explore, 'fr, ar-EG;q=0.5', ar, rtl",
        "/nonsense, ja, en, ltr",
        "/about, '', en, ltr",
        "/about, '!?', en, ltr"
    })
    void saysInTheReadersLanguageThatScriptsAreNeeded(String path, String wanted, String language, String direction) {
        client().get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .header("Accept-Language", wanted)
                .exchange()
                .expectHeader()
                .value("Vary", vary -> assertThat(vary).contains("Accept-Language"))
                .expectBody(String.class)
                .value(page -> assertThat(noScript(page))
                        .contains("<p lang=\"%s\" dir=\"%s\">".formatted(language, direction)));
    }

    @Test
    void tellsProgramsThatAPostIsNotThere() {
        POST.answersJson(404, "{}");

        open("/@alice/7")
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains(CLIENT));
    }

    @Test
    void showsThePageWithoutAPreviewWhenTheServiceIsAway() {
        POST.answersJson(500, "{}");
        open("/@alice/7").expectStatus().isOk();

        POST.answers((request, response) -> Mono.never());
        open("/@alice/7").expectStatus().isOk();

        POST.answersJson(200, "no json");
        open("/@alice/7").expectStatus().isOk();
    }

    @Test
    void asksNobodyForThoseWhoAreSignedIn() {
        client().get()
                .uri("/@alice/7")
                .accept(MediaType.TEXT_HTML)
                .cookie("microblog_session", "s")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(POST.received()).isEmpty();
    }

    private static String noScript(String page) {
        return page.substring(page.indexOf("<noscript>"), page.indexOf("</noscript>"));
    }

    private String ask(String header) throws IOException {
        return ask(CLIENT, header);
    }

    private String ask(String path, String header) throws IOException {
        return RawHttp.send(
                port, "GET %s HTTP/1.1\r\nHost: a\r\n%s\r\nConnection: close\r\n\r\n".formatted(path, header));
    }

    private ResponseSpec open(String path) {
        return client().get().uri(path).accept(MediaType.TEXT_HTML).exchange();
    }
}
