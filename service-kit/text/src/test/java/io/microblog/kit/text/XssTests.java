package io.microblog.kit.text;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.microblog.kit.text.Texts.BASE;
import static io.microblog.kit.text.Texts.markdown;
import static io.microblog.kit.text.Texts.plain;
import static org.assertj.core.api.Assertions.assertThat;

/** The output is checked by a grammar of its own that knows nothing of the sanitiser. */
class XssTests {

    private static final Pattern HARMLESS_TAG = Pattern.compile(
            "<(?:/?(?:p|span|del|s|strong|b|em|i|u|ul|ol|li|blockquote|pre|code|h[1-6]|table|thead|tbody|tr|th|td)|/a|(?:br|hr) /"
                    + "|a(?: href=\"https?://[^\"<>\\s]*\"| rel=\"[a-z ]*\"| target=\"_blank\"| class=\"[a-z -]*\")+"
                    + "|span class=\"[a-z -]*\"|code class=\"language-[\\w+#.-]*\"|t[hd] align=\"[a-z]*\"|ol start=\"\\d+\")>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example></sCrIpT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x\" onerror=\"alert(1)\" />",
                "<svg onload=alert(1)>",
                "<svg><script>alert&#40;1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<iframe src=javascript:alert(1)>",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "<body onload=alert(1)>",
                "<details open ontoggle=alert(1)>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=\"https://a.example\" onclick=\"alert(1)\">x</a>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<style>@import'javascript:alert(1)';</style>",
                "<form action=javascript:alert(1)><button>x</button></form>",
                "<object data=data:text/html,<script>alert(1)</script>>",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
                "<!--<img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><x onload=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea></textarea><script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;alert(1)&#60;/script&#62;",
                "&#x3c;img src=x onerror=alert(1)&#x3e;",
                "\\<script>alert(1)\\</script>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x]( javascript:alert(1) )",
                "[x](<javascript:alert(1)>)",
                "[x](//evil.example)",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x](https://a.example\" onmouseover=\"alert(1))",
                "[x](https://a.example&quot;onmouseover=&quot;alert(1))",
                "[x](<https://a.example\"><script>alert(1)</script>>)",
                "[x](https://a.example 'y\" onclick=\"alert(1)')",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "[x](https://bank.example@evil.example/)",
                "[x](https://bank.example\\@evil.example/)",
                "[<script>alert(1)</script>](https://a.example)",
                "[a](https://a.example/[b](javascript:alert(1)))",
                "![x](javascript:alert(1))",
                "![x\" onerror=\"alert(1)](https://a.example/x.png)",
                "![](data:image/svg+xml,<svg onload=alert(1)>)",
                "<javascript:alert(1)>",
                "<https://a.example/\"onmouseover=alert(1)>",
                "https://a.example/\"onmouseover=alert(1)",
                "https://a.example/'onmouseover=alert(1)",
                "https://a.example/<script>alert(1)</script>",
                "https://a.example/&quot;><script>alert(1)</script>",
                "https://user:secret@evil.example/",
                "javascript://a.example/%0aalert(1)",
                "```\"><script>alert(1)</script>\nx\n```",
                "```x\" onload=\"alert(1)\nx\n```",
                "`<script>alert(1)</script>`",
                "    <script>alert(1)</script>",
                "| <script> | b |\n|-|-|\n| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |",
                "# <script>alert(1)</script>",
                "> <svg/onload=alert(1)>",
                "- <img/src/onerror=alert(1)>",
                "~~<script>~~alert(1)~~</script>~~",
                "*<img src=*x* onerror=alert(1)>*",
                "@alice\"><script>alert(1)</script>",
                "@alice@micro.example\"onclick=alert(1)",
                "#tag\"><script>alert(1)</script>",
                "#<script>alert(1)</script>",
                "\u202e<script>alert(1)</script>",
                "<\u0000script>alert(1)</script>",
                "<scr\u0000ipt>alert(1)</script>",
                "\ud800<script>alert(1)</script>",
                "＜script＞alert(1)＜/script＞",
                "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
                "</p><script>alert(1)</script><p>",
                "</code></pre><script>alert(1)</script>",
                "{{constructor.constructor('alert(1)')()}}",
                "<a href=\"https://a.example\"\n\nonclick=alert(1)>x</a>",
            })
    void isInert(String attack) {
        assertHarmless(markdown(attack).html());
        assertHarmless(markdown("@alice " + attack + " #tag").html());
        assertHarmless(plain(attack).html());
        assertHarmless(new Note(BASE).biography(attack).render(name -> name).html());
        assertHarmless(new Note(BASE).field(attack).render(name -> name).html());
    }

    @Test
    void isNotFooledByAHostileName() {
        assertHarmless(Texts.POSTS
                .parse("@alice", TextFormat.MARKDOWN)
                .render(name -> "x\"><script>alert(1)</script>")
                .html());
    }

    @Test
    void sanitisesWhateverReachesTheGate() {
        assertThat(
                        SafeHtml.of(
                                "<p onclick=x>a<script>b</script><img src=c onerror=d><a href='javascript:e'>f</a>"
                                        + "<span class='g invisible'>h</span><code class='x'>i</code><ol start='a' reversed><li value=2>j</ol>"))
                .isEqualTo(
                        "<p>a<a>f</a><span>h</span><code>i</code></p><ol reversed=\"reversed\"><li value=\"2\">j</li></ol>");
    }

    @Test
    void dropsWhatReversesText() {
        assertThat(plain("a\u202eb\u202dc\u2067d\u2069").html()).isEqualTo("<p>abc\u2067d\u2069</p>");
        assertThat(markdown("https://a.example/\u202egpj.exe").html()).contains("href=\"https://a.example/gpj.exe\"");
        assertThat(markdown("https://a.example/\u2066gpj.exe").html()).contains("href=\"https://a.example/\"");
        assertThat(markdown("[x](https://a.example/\u2066gpj.exe)").html())
                .contains("href=\"https://a.example/gpj.exe\"");
    }

    @Test
    void keepsWhatCanBeStored() {
        assertThat(SourceText.clean("a\u0000b\u001bc\ud800d\r\ne\rf\u2028g\tह\u200d😀"))
                .isEqualTo("abcd\ne\nf\ng\tह\u200d😀");
    }

    private static void assertHarmless(String html) {
        assertThat(HARMLESS_TAG.matcher(html).replaceAll("")).as(html).doesNotContain("<", ">");
    }
}
