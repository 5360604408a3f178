package io.microblog.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = {"microblog.limits.requests.media=2/1h", "microblog.limits.requests.deletions=2/1h"})
class TrailingSlashIntegrationTests extends GatewayTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET, /api/v1/instance/, /api/v1/instance
            HEAD, /api/v2/instance/, /api/v2/instance
            POST, /api/v1/apps/, /api/v1/apps
            PATCH, /api/v1/accounts/update_credentials/, /api/v1/accounts/update_credentials
            GET, /oauth/authorize/?client_id=x%2F&y=/, /oauth/authorize?client_id=x%2F&y=/
            POST, /oauth/token/, /oauth/token
            GET, /auth/sign_in/, /auth/sign_in
            GET, /.well-known/webfinger/?resource=acct:a@b, /.well-known/webfinger?resource=acct:a@b
            GET, /nodeinfo/2.0/, /nodeinfo/2.0
            """)
    void meansNothing(String method, String sent, String received) {
        client().method(HttpMethod.valueOf(method))
                .uri(uri -> URI.create("http://127.0.0.1:" + port + sent))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(USER.http().last().uri()).isEqualTo(received);
        assertThat(USER.http().last().method()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/", "/explore/", "/", "/avatars/original/missing.png/"})
    void meansNothingWhereTheGatewayAnswersItself(String path) {
        client().get().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void leadsPastNoLimit() {
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> "/api/v2/media" + "/".repeat(i % 2))
                        .map(this::post))
                .containsExactly(200, 200, 429);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> "/api/v1/statuses/1/unreblog" + "/".repeat(i % 2))
                        .map(this::post))
                .containsExactly(200, 200, 429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/instance//", "/api/v1/statuses/..//", "/api/v1/statuses/../", "/internal/"})
    void makesNoOtherPathOfOne(String path) throws IOException {
        assertThat(RawHttp.get(port, path)).startsWith("HTTP/1.1 404");
        assertThat(USER.http().received()).isEmpty();
        assertThat(POST.received()).isEmpty();
    }

    private int post(String path) {
        return client().post()
                .uri(path)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
