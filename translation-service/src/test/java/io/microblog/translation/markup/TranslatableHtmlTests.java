package io.microblog.translation.markup;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.microblog.kit.text.PostText;
import io.microblog.kit.text.TextFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TranslatableHtmlTests {

    private static final String MENTION = "<span class=\"h-card\"><a href=\"https://blog.example/@alice\""
            + " class=\"u-url mention\">@<span>alice</span></a></span>";

    @Test
    void sendsMarkupWithoutAttributes() {
        var html = TranslatableHtml.ofHtml(
                "<p>See <a href=\"https://a.example/?x=1&amp;y=2\" rel=\"nofollow\">this <b>page</b></a></p>");

        assertThat(html.toSend()).isEqualTo("<p>See <a id=\"0\">this <b>page</b></a></p>");
        assertThat(html.restore("<p>Siehe <a id=\"0\">diese <b>Seite</b></a></p>"))
                .isEqualTo("<p>Siehe <a href=\"https://a.example/?x=1&amp;y=2\" rel=\"nofollow\">"
                        + "diese <b>Seite</b></a></p>");
    }

    @Test
    void keepsMentionsWhateverTheTranslatorMakesOfThem() {
        var html = TranslatableHtml.ofHtml("<p>Hello " + MENTION + "!</p>");

        assertThat(html.toSend())
                .isEqualTo("<p>Hello <span id=\"0\" class=\"notranslate\" translate=\"no\">@alice</span>!</p>");
        assertThat(html.restore("<p>Hallo <span id=\"0\" class=\"notranslate\">@Alicia <b>x</b></span>!</p>"))
                .isEqualTo("<p>Hallo " + MENTION + "!</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://blog.example/tags/x\" class=\"mention hashtag\" rel=\"tag\">#<span>x</span></a>",
                "<a href=\"https://a.example/some\" target=\"_blank\"><span class=\"invisible\">https://</span>"
                        + "<span>a.example/some</span><span class=\"invisible\"></span></a>",
                "<code>x &lt; y</code>",
                "<pre><code class=\"language-java\">int i;\n  // &amp; more\n</code></pre>"
            })
    void keepsNamesAddressesAndCode(String kept) {
        var html = TranslatableHtml.ofHtml("<p>So</p>" + kept);

        assertThat(html.toSend()).contains("notranslate").doesNotContain("href");
        assertThat(html.restore(html.toSend().replace("So", "Also"))).isEqualTo("<p>Also</p>" + kept);
    }

    @Test
    void givesBackWhatTheKitRendered() {
        String source = """
                # Title

                Hello @alice and #Hashtag, see https://example.org/a/very/long/path/that/is/cut?x=1&y=2

                > quoted *text* and [a link](https://example.org/x "t")

                1. one
                2. two `code`

                | a | b |
                |:--|--:|
                | 1 | 2 |

                ```java
                if (a < b) { }
                ```
                """;
        String html = new PostText(URI.create("https://blog.example"))
                .parse(source, TextFormat.MARKDOWN)
                .render(Map.of("alice", "alice")::get)
                .html();

        var translatable = TranslatableHtml.ofHtml(html);

        assertThat(translatable.restore(translatable.toSend())).isEqualTo(html);
        assertThat(translatable.toSend()).doesNotContain("href", "rel=", "example.org/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p></p>", "<p>123 !</p>", "<p>👍</p>", "<p>" + MENTION + " <code>x</code></p>"})
    void findsNothingToTranslate(String html) {
        assertThat(TranslatableHtml.ofHtml(html).isTranslatable()).isFalse();
    }

    @Test
    void findsWordsToTranslate() {
        assertThat(TranslatableHtml.ofHtml("<p>Привет " + MENTION + "</p>").isTranslatable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<p onclick=\"alert(1)\">x</p>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a id=\"0\" href=\"javascript:alert(1)\" onmouseover=alert(1)>x</a>",
                "<a href=\"https://evil.example\">x</a>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<p id=\"0\" style=\"position:fixed\">x</p>",
                "<form action=\"https://evil.example\"><input name=q></form>",
                "<style>@import 'https://evil.example'</style>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<p>x</p\nonclick=alert(1)>",
                "<base href=\"https://evil.example\"><meta http-equiv=refresh content=0>",
                "<object data=\"data:text/html,<script>alert(1)</script>\">",
                "<span id=\"99999\" class=\"mention\">x</span>"
            })
    void makesHostileAnswersInert(String hostile) {
        var html = TranslatableHtml.ofHtml("<p>Hello <a href=\"https://good.example\">you</a></p>");

        String restored = html.restore("<p>Hola</p>" + hostile);

        assertThat(restored).startsWith("<p>Hola</p>");
        assertThat(restored.replace("<a href=\"https://good.example\">", "").replaceAll("&lt;.*?&gt;", ""))
                .doesNotContainPattern("<(?!/?(p|a|table|b)>)")
                .doesNotContain("=", "evil");
    }

    @Test
    void usesEachNumberOnce() {
        var html = TranslatableHtml.ofHtml("<p>Hello " + MENTION + "</p>");

        assertThat(html.restore("<span id=\"0\">@a</span>".repeat(1_000))).hasSizeLessThan(MENTION.length() + 10_000);
        assertThat(html.restore("<b id=\"0\">b</b>")).isEqualTo("<b>b</b>");
    }

    @Test
    void survivesDeepNesting() {
        var html = TranslatableHtml.ofHtml("<p>Hello</p>");

        assertThat(html.restore("<blockquote>".repeat(100_000) + "x")).hasSizeLessThan(100_000);
        assertThat(TranslatableHtml.ofHtml("<blockquote>".repeat(2_000) + "x").toSend())
                .startsWith("<blockquote><blockquote>");
    }

    @Test
    void dropsCharactersThatCannotBeStored() {
        assertThat(TranslatableHtml.ofHtml("<p>x</p>").restore("<p>a\u0000b\u202Ec</p>"))
                .isEqualTo("<p>abc</p>");
    }

    @Test
    void takesPlainTextThereAndBack() {
        var text = TranslatableHtml.ofText("1 < 2 & <b>bold</b>");

        assertThat(text.toSend()).isEqualTo("1 &lt; 2 &amp; &lt;b&gt;bold&lt;/b&gt;");
        assertThat(text.restoreText("1 &lt; 2 &amp; &lt;b&gt;fett&lt;/b&gt;")).isEqualTo("1 < 2 & <b>fett</b>");
        assertThat(text.restoreText("<script>alert(1)</script>Achtung <b>!</b>"))
                .isEqualTo("Achtung !");
    }

    @Test
    void readsAttributesInTurn() {
        assertThat(new Node.Element("a", List.of("href", "class", "rel", "mention")).isKept())
                .isFalse();
    }
}
