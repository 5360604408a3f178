package io.microblog.gateway.edge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PathGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/statuses/1",
                "/.well-known/webfinger",
                "/api/v1/timelines/tag/%E6%97%A5%E6%9C%AC",
                "/api/v1/tags/c%2B%2B",
                "/@alice",
                "/a..b/c.",
                "/oauth/authorize/"
            })
    void acceptsWhatCanBeReadInOneWay(String path) {
        assertThat(PathGuard.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//",
                "/a//b",
                "/a;b",
                "/a\\b",
                "/.",
                "/..",
                "/a/./b",
                "/a/../b",
                "/a/%2e",
                "/a/%2E%2e/b",
                "/a%2fb",
                "/a%5Cb",
                "/a%3bb",
                "/a%252eb",
                "/a%00",
                "/a%0d%0ab",
                "/a%",
                "/a%2"
            })
    void refusesWhatCanBeReadInTwo(String path) {
        assertThat(PathGuard.isPlain(path)).isFalse();
    }
}
