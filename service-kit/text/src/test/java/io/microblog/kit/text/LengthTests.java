package io.microblog.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.microblog.kit.text.Texts.POSTS;
import static org.assertj.core.api.Assertions.assertThat;

class LengthTests {

    @ParameterizedTest(name = "{0} counts {1}")
    @CsvSource({
        "'', 0",
        "hello, 5",
        "日本語, 3",
        "नमस्ते, 3",
        "é, 1",
        "e\u0301, 1",
        "👩‍👩‍👧‍👦, 1",
        "👍🏽, 1",
        "🇩🇪🇫🇷, 2",
        "https://a.example, 23",
        "https://a.example/with/a/very/long/path?that=goes&on=and#on, 23",
        "see http://a.example., 28",
        "https://ja.wikipedia.org/wiki/日本。です, 26",
        "(https://a.example/b_(c)), 25",
        "xhttps://a.example, 18",
        "https://, 8",
        "ftp://a.example/b, 17",
        "@alice, 6",
        "@alice@elsewhere.example, 6",
        "@alice@micro.example hi, 9",
        "hi @bob_b@sub.elsewhere.example., 10",
        "mail@elsewhere.example, 22",
        "@@elsewhere.example, 19",
        "`https://a.example`, 25",
        "#tag, 4",
    })
    void countsAsTheApiCounts(String source, int length) {
        assertThat(POSTS.length("", source)).isEqualTo(length);
        assertThat(POSTS.parse(source, TextFormat.MARKDOWN).length()).isEqualTo(length);
    }

    @Test
    void countsALineEndingOnce() {
        assertThat(POSTS.length("", "a\r\nb\n")).isEqualTo(4);
    }

    @Test
    void countsTheContentWarning() {
        assertThat(POSTS.length("spoiler", "text")).isEqualTo(11);
    }

    @Test
    void shortensNoAddressInTheContentWarning() {
        assertThat(POSTS.length("http://a.b", "")).isEqualTo(10);
    }

    @Test
    void knowsItsOwnHostWithThePort() {
        var local = new PostText(URI.create("http://localhost:8080"));

        assertThat(local.length("", "@alice@localhost:8080")).isEqualTo(6);
    }

    /** The web client counts the same cases. */
    static Stream<JsonNode> cases() throws IOException {
        try (InputStream cases = LengthTests.class.getResourceAsStream("/post-lengths.json")) {
            return JsonMapper.shared().readTree(cases).valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAsTheWebClientCounts(JsonNode post) {
        String text = post.path("text").asString("").repeat(post.path("times").asInt(1));
        String warning = post.path("warning").asString("");

        assertThat(POSTS.length(warning, text)).isEqualTo(post.path("length").asInt());
        assertThat(PostText.size(warning, text)).isEqualTo(post.path("bytes").asInt());
    }

    @Test
    void measuresMarksWithoutEnd() {
        String tower = "a" + "\u0301".repeat(32_768);

        assertThat(POSTS.length("", tower)).isEqualTo(1);
        assertThat(PostText.size("", tower)).isGreaterThan(PostText.MAX_BYTES);
    }
}
