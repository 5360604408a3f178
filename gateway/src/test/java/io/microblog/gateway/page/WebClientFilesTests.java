package io.microblog.gateway.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.EnableWebFlux;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the tests' own small build: a script in three forms, a font and an icon in one. */
class WebClientFilesTests {

    private static final String SCRIPT = "/assets/app-1a2b3c.js";
    private static final String FONT = "/assets/font-4d5e6f.woff2";
    private static final String ICON = "/icon.svg";
    private static final String ALL_CODINGS = "gzip, deflate, br, zstd";

    private static final String FOR_EVER = "max-age=31536000, public, immutable";
    private static final String FOR_AN_HOUR = "max-age=3600, public";

    @EnableWebFlux
    static class Web {}

    /** A new one for each test, as it remembers what it has sent. */
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(Web.class, WebClientFiles.class);

    @AfterEach
    void stop() {
        context.close();
    }

    /** Each twice: the second answer comes from what is remembered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    br                      | br   | brotli
                    gzip                    | gzip | gzip
                    br, gzip                | br   | brotli
                    gzip, br                | br   | brotli
                    gzip, deflate, br, zstd | br   | brotli
                    gzip, deflate           | gzip | gzip
                    gzip;q=0.8, br;q=0.5    | br   | brotli
                    """)
    void sendsTheSmallestFormThatTheClientReads(String accepted, String coding, String content) {
        for (int i = 0; i < 2; i++) {
            EntityExchangeResult<byte[]> answer = get(SCRIPT, accepted);

            assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
            assertThat(text(answer)).isEqualTo(content);
            assertThat(headers(answer).get(HttpHeaders.CONTENT_ENCODING)).containsExactly(coding);
            assertThat(headers(answer).get(HttpHeaders.VARY)).containsExactly("Accept-Encoding");
            assertThat(headers(answer).getContentLength()).isEqualTo(content.length());
            isTheScript(answer);
        }
    }

    @Test
    void sendsEachClientItsOwnForm() {
        assertThat(text(get(SCRIPT, "gzip"))).isEqualTo("gzip");
        assertThat(text(get(SCRIPT, ALL_CODINGS))).isEqualTo("brotli");
        assertThat(text(get(SCRIPT, ""))).isEqualTo("plain");
        assertThat(text(get(SCRIPT, "gzip"))).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "deflate, zstd"})
    void sendsThePlainFormToThoseWhoReadNoOther(String accepted) {
        EntityExchangeResult<byte[]> answer = get(SCRIPT, accepted);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(text(answer)).isEqualTo("plain");
        assertThat(headers(answer).headerNames()).doesNotContain(HttpHeaders.CONTENT_ENCODING, HttpHeaders.VARY);
        isTheScript(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip", ALL_CODINGS})
    void sendsAsItIsWhatHasOneForm(String accepted) {
        EntityExchangeResult<byte[]> answer = get(FONT, accepted);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(text(answer)).isEqualTo("font");
        assertThat(headers(answer).headerNames()).doesNotContain(HttpHeaders.CONTENT_ENCODING, HttpHeaders.VARY);
        assertThat(headers(answer).getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("font/woff2");
        assertThat(headers(answer).getCacheControl()).isEqualTo(FOR_EVER);
    }

    @Test
    void keepsForAnHourWhatMayChangeUnderItsName() {
        EntityExchangeResult<byte[]> answer = get(ICON, "");

        assertThat(headers(answer).getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("image/svg+xml");
        assertThat(headers(answer).getCacheControl()).isEqualTo(FOR_AN_HOUR);
    }

    /** Files of another build differ in content only: their times are all the same. */
    @Test
    void knowsWhatMayChangeByItsContent() {
        EntityExchangeResult<byte[]> first = get(ICON, "");
        String content = DigestUtils.md5DigestAsHex(text(first).getBytes(StandardCharsets.UTF_8));
        assertThat(headers(first).getETag()).isEqualTo("\"" + content + "\"");
        assertThat(headers(first).containsHeader(HttpHeaders.LAST_MODIFIED)).isFalse();

        var known = new HttpHeaders();
        known.setIfNoneMatch("\"" + content + "\"");
        assertThat(ask(HttpMethod.GET, ICON, "", known).getStatus()).isEqualTo(HttpStatus.NOT_MODIFIED);
        known.setIfNoneMatch("\"older\"");
        known.setIfModifiedSince(Instant.now());
        assertThat(ask(HttpMethod.GET, ICON, "", known).getStatus()).isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip, br | br   | 6
                    gzip     | gzip | 4
                    identity |      | 5
                    """)
    void answersHeadLikeGetWithoutABody(String accepted, @Nullable String coding, int length) {
        EntityExchangeResult<byte[]> answer = ask(HttpMethod.HEAD, SCRIPT, accepted, HttpHeaders.EMPTY);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getResponseBody()).isNull();
        assertThat(headers(answer).getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo(coding);
        assertThat(headers(answer).getContentLength()).isEqualTo(length);
        isTheScript(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, br", "gzip", "identity"})
    void sendsNothingTwice(String accepted) {
        var known = new HttpHeaders();
        known.setIfModifiedSince(headers(get(SCRIPT, accepted)).getLastModified());

        EntityExchangeResult<byte[]> answer = ask(HttpMethod.GET, SCRIPT, accepted, known);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(answer.getResponseBody()).isNull();
        assertThat(headers(answer).getLastModified()).isEqualTo(known.getIfModifiedSince());
        assertThat(headers(answer).containsHeader(HttpHeaders.CONTENT_ENCODING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/assets/app-1a2b3c", "/assets/", "/icon-512.gif"})
    void hasNothingElse(String path) {
        assertThat(get(path, ALL_CODINGS).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private static void isTheScript(EntityExchangeResult<byte[]> answer) {
        assertThat(headers(answer).getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/javascript");
        assertThat(headers(answer).getCacheControl()).isEqualTo(FOR_EVER);
        assertThat(headers(answer).getLastModified()).isPositive();
    }

    private EntityExchangeResult<byte[]> get(String path, String accepted) {
        return ask(HttpMethod.GET, path, accepted, HttpHeaders.EMPTY);
    }

    private EntityExchangeResult<byte[]> ask(HttpMethod method, String path, String accepted, HttpHeaders more) {
        return WebTestClient.bindToApplicationContext(context)
                .build()
                .method(method)
                .uri(path)
                .headers(headers -> {
                    headers.putAll(more);
                    if (!accepted.isEmpty()) {
                        headers.set(HttpHeaders.ACCEPT_ENCODING, accepted);
                    }
                })
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static HttpHeaders headers(EntityExchangeResult<byte[]> answer) {
        return answer.getResponseHeaders();
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
