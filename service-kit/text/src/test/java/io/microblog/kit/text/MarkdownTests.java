package io.microblog.kit.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.microblog.kit.text.Texts.POSTS;
import static io.microblog.kit.text.Texts.link;
import static io.microblog.kit.text.Texts.markdown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MarkdownTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "*em* and **strong**|<p><em>em</em> and <strong>strong</strong></p>",
                "~~gone~~|<p><del>gone</del></p>",
                "# Title|<h1>Title</h1>",
                "###### Six|<h6>Six</h6>",
                "> quoted|<blockquote><p>quoted</p></blockquote>",
                "`a < b`|<p><code>a &lt; b</code></p>",
                "***|<hr />",
                "§- a\n- b§|<ul><li>a</li><li>b</li></ul>",
                "§3. a\n4. b§|<ol start=\"3\"><li>a</li><li>b</li></ol>",
                "§a\nb§|<p>a<br />b</p>",
                "§a  \nb§|<p>a<br />b</p>",
                "§a\\\nb§|<p>a<br />b</p>",
                "§a\n\nb§|<p>a</p><p>b</p>",
                "5 > 3 & \"x\" @ = ' {{ `|<p>5 &gt; 3 &amp; \"x\" @ = ' {{ `</p>",
                "§ \n §|§§",
            })
    void rendersCommonMark(String source, String html) {
        assertThat(markdown(source).html()).isEqualTo(html);
    }

    @Test
    void keepsTheLinesOfCode() {
        assertThat(markdown("```java\nint a;\n\nint b;\n```").html())
                .isEqualTo("<pre><code class=\"language-java\">int a;\n\nint b;\n</code></pre>");
        assertThat(markdown("    \n    <b>\n\n\n    c").html()).isEqualTo("<pre><code>&lt;b&gt;\n\n\nc\n</code></pre>");
    }

    @Test
    void rendersTables() {
        assertThat(markdown("| a | b |\n|:--|--:|\n| *c* | https://d.example |").html())
                .isEqualTo("<table><thead><tr><th align=\"left\">a</th><th align=\"right\">b</th></tr></thead>"
                        + "<tbody><tr><td align=\"left\"><em>c</em></td><td align=\"right\">"
                        + link(
                                "https://d.example",
                                "<span class=\"invisible\">https://</span><span>d.example</span><span class=\"invisible\"></span>")
                        + "</td></tr></tbody></table>");
    }

    @Test
    void rendersLinks() {
        assertThat(markdown("[text](https://a.example/x?a=1&b=2 \"title\")").html())
                .isEqualTo("<p>" + link("https://a.example/x?a=1&amp;b=2", "text") + "</p>");
        assertThat(markdown("[one][r]\n\n[r]: https://a.example/ünï").html())
                .isEqualTo("<p>" + link("https://a.example/ünï", "one") + "</p>");
    }

    @Test
    void shortensBareLinks() {
        String expected = "<p>"
                + link(
                        "https://www.a.example/a/path/that/is/rather/long",
                        "<span class=\"invisible\">https://www.</span><span class=\"ellipsis\">a.example/a/path/that/is/rathe</span><span class=\"invisible\">r/long</span>")
                + "</p>";

        assertThat(markdown("https://www.a.example/a/path/that/is/rather/long").html())
                .isEqualTo(expected);
        assertThat(markdown("<https://www.a.example/a/path/that/is/rather/long>")
                        .html())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "(see https://a.example/b), https://a.example/b",
        "https://a.example/b_(c)_d., https://a.example/b_%28c%29_d",
        "https://a.example/_b_/c_d_, https://a.example/_b_/c_d_",
        "**https://a.example/b**, https://a.example/b",
        "見てhttps://a.example/b。次, https://a.example/b",
        "https://a.example:8443/?q=x#y!, https://a.example:8443/?q=x#y",
        "HTTPS://A.example, HTTPS://A.example",
        "https://bücher.example/ß, https://bücher.example/ß",
        "\"https://a.example\", https://a.example",
    })
    void findsWhereABareLinkEnds(String source, String href) {
        assertThat(markdown(source).html()).contains("href=\"" + href.replace("&", "&amp;") + "\"");
    }

    @Test
    void turnsImagesIntoLinks() {
        assertThat(markdown("![a *cat*](https://a.example/c.png)").html())
                .isEqualTo("<p>" + link("https://a.example/c.png", "a cat") + "</p>");
        assertThat(markdown("[![cat](https://a.example/c.png)](https://b.example)")
                        .html())
                .isEqualTo("<p>" + link("https://b.example", "cat") + "</p>");
    }

    @Test
    void keepsOnlyTheTextOfOtherLinks() {
        assertThat(markdown("[a](mailto:a@b.example) [b](/about) [c](ftp://d.example) <me@b.example>")
                        .html())
                .isEqualTo("<p>a b c me@b.example</p>");
    }

    @Test
    void writesTextWithoutMarkup() {
        Rendered rendered = markdown(
                "# Title\n\nSome *text* with [a link](https://a.example) and `code`,\nhttps://b.example\n\n- one\n- two\n\n| a | b |\n|-|-|\n| c | d |\n\n```\nx\n```");

        assertThat(rendered.text().lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly(
                        "Title",
                        "Some text with a link and code,",
                        "https://b.example",
                        "one",
                        "two",
                        "a b",
                        "c d",
                        "x");
    }

    @Test
    void rendersTheSameTwice() {
        ParsedText text = POSTS.parse("@alice **#b**", TextFormat.MARKDOWN);

        assertThat(text.render(name -> null).mentions()).isEmpty();
        assertThat(text.render(Texts.PEOPLE::get)).isEqualTo(text.render(Texts.PEOPLE::get));
    }

    @Test
    void refusesAnOverlongSource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POSTS.parse("x".repeat(PostText.MAX_BYTES + 1), TextFormat.PLAIN));
    }
}
