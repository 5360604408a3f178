package io.microblog.kit.text;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.microblog.kit.text.Texts.link;
import static io.microblog.kit.text.Texts.markdown;
import static io.microblog.kit.text.Texts.person;
import static io.microblog.kit.text.Texts.plain;
import static io.microblog.kit.text.Texts.tag;
import static org.assertj.core.api.Assertions.assertThat;

/** Entities next to the marks of emphasis, to quotes and to the punctuation of several scripts. */
class EmphasisTests {

    private static final String ADDRESS = "https://a.example/Foo";

    static Stream<String> around() {
        return Stream.of(
                "*|*",
                "_|_",
                "**|**",
                "__|__",
                "***|***",
                "___|___",
                "~|~",
                "~~|~~",
                "~~_|_~~",
                "_~~|~~_",
                "*_|_*",
                "_*|*_",
                "**_|_**",
                "_**|**_",
                "__*|*__",
                "*__|__*",
                "_so |_",
                "*so |*",
                "__so |__",
                "_| so_",
                "_so | so_",
                "_(|)_",
                "(_|_)",
                "\"_|_\"",
                "_\"|\"_",
                "„_|_“",
                "«_|_»",
                "‘_|_’",
                "「_|_」",
                "（_|_）",
                "【_|_】",
                "_「|」_",
                "[_|_]",
                "_[|]_",
                "{_|_}",
                "¿_|_?",
                "¡_|_!",
                "_|_.",
                "_|_,",
                "_|_;",
                "_|_:",
                "_|_!",
                "_|_…",
                "_|_。",
                "_|_、",
                "_|_，",
                "_|_؟",
                "_|_،",
                "_|_।",
                "_|_·",
                "_|_—",
                "— _|_ —",
                "> _|_",
                "- _|_",
                "# _|_",
                "_|_  \nnext",
                "`code` _|_",
                "_`code` |_",
                "_a_ | _b_",
                "(|)",
                "\"|\"",
                "“|”",
                "‹|›",
                "『|』",
                "|。",
                "|、",
                "|؟",
                "|।",
                "|…");
    }

    @ParameterizedTest
    @MethodSource("around")
    void leavesTheMarksAroundAnEntityOutOfIt(String around) {
        assertThat(markdown(around.replace("|", "@alice")).mentions()).containsExactly("Alice");
        assertThat(markdown(around.replace("|", "@alice@micro.example")).mentions())
                .containsExactly("Alice");
        assertThat(markdown(around.replace("|", "#tag")).hashtags()).containsExactly("tag");
        assertThat(markdown(around.replace("|", ADDRESS)).html()).contains("href=\"" + ADDRESS + "\"");
        assertThat(markdown(around.replace("|", "https://a.example")).html()).contains("href=\"https://a.example\"");
    }

    @Test
    void emphasisesTheEntity() {
        assertThat(markdown("_@alice_ __#tag__ ~~_@alice_~~").html())
                .isEqualTo("<p><em>" + person("Alice") + "</em> <strong>" + tag("tag", "tag") + "</strong> <del><em>"
                        + person("Alice") + "</em></del></p>");
        assertThat(markdown("_https://a.example/b_").html())
                .isEqualTo("<p><em>"
                        + link(
                                "https://a.example/b",
                                "<span class=\"invisible\">https://</span><span>a.example/b</span><span"
                                        + " class=\"invisible\"></span>")
                        + "</em></p>");
    }

    @ParameterizedTest
    @CsvSource({
        "@_carol_, _carol_",
        "_@_carol__, _carol_",
        "__@_carol___, _carol_",
        "_so @_carol__, _carol_",
        "*@_carol_*, _carol_",
        "(@_carol_), _carol_",
        "@_carol_ is _here_, _carol_",
        "`_` @_carol_, _carol_",
        "[_](https://a.example) @_carol_, _carol_",
    })
    void keepsTheUnderscoresOfAName(String source, String username) {
        assertThat(markdown(source).mentions()).containsExactly(username);
    }

    @Test
    void keepsTheUnderscoresOfAHashtag() {
        assertThat(markdown("#a_ #_b_ _#c__ *#d__* #e__").hashtags()).containsExactly("a_", "_b_", "c_", "d__", "e__");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/Foo_, https://a.example/Foo_",
        "https://a.example/Foo_., https://a.example/Foo_",
        "(https://a.example/Foo_), https://a.example/Foo_",
        "*https://a.example/Foo_*, https://a.example/Foo_",
        "_https://a.example/Foo__, https://a.example/Foo_",
        "**https://a.example/Foo_**, https://a.example/Foo_",
        "~~https://a.example/Foo_~~, https://a.example/Foo_",
        "https://a.example/?v=x-y_-, https://a.example/?v=x-y_-",
        "https://a.example/Foo-, https://a.example/Foo-",
        "https://a.example/a_b_/__, https://a.example/a_b_/__",
        "<https://a.example/Foo_>, https://a.example/Foo_",
    })
    void keepsTheEndOfAnAddress(String source, String href) {
        assertThat(markdown(source).html()).contains("href=\"" + href + "\"");
    }

    @Test
    void keepsTheEndOfAnAddressInPlainText() {
        assertThat(plain("https://a.example/Foo_ https://a.example/b-").html())
                .contains("href=\"https://a.example/Foo_\"", "href=\"https://a.example/b-\"");
    }

    @Test
    void leavesUnderscoresAroundAnEntityOutOfItInPlainText() {
        assertThat(plain("_@alice_ (__@alice@micro.example__)").mentions()).containsExactly("Alice");
        assertThat(plain("_#tag_ #a_").hashtags()).containsExactly("tag", "a_");
        assertThat(plain("_https://a.example/b_ c").html()).contains("href=\"https://a.example/b\"");
        assertThat(plain("_@alice_").html()).isEqualTo("<p>_" + person("Alice") + "_</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a_@alice", "日_@alice", "a__@alice_", "/_@alice", "=_@alice", "\\_@alice_", "me_@micro.example"})
    void findsNobodyWithinAWord(String source) {
        assertThat(markdown(source).mentions()).isEmpty();
    }
}
