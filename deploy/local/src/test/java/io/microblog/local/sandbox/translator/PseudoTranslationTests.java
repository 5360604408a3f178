package io.microblog.local.sandbox.translator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PseudoTranslationTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Hello|[es] Hello
              Hello|  [es] Hello
            @ann look: https://x.org #tag|[es] @ann look: https://x.org #tag
            @ann@x.org #tag https://x.org/a|@ann@x.org #tag https://x.org/a
            🎉 123|🎉 123
            ''|''
            """)
    void marksPlainTextThatHasWords(String text, String expected) {
        assertThat(PseudoTranslation.plain(text, "es")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Hello                                             | [es] Hello
            <p>Hello <b>dear</b> sun</p>                      | <p>[es] Hello <b>dear</b> sun</p>
            <p>One</p><p>Two</p>                              | <p>[es] One</p><p>[es] Two</p>
            <ul><li>One</li><li><em>Two</em></li></ul>        | <ul><li>[es] One</li><li><em>[es] Two</em></li></ul>
            <p>One<br>two</p>                                 | <p>[es] One<br>two</p>
            <p title="a > b">One</p>                          | <p title="a > b">[es] One</p>
            <p><a href="/x">Read this</a> now</p>             | <p>[es] <a href="/x">Read this</a> now</p>
            <p><a href="/@bob">@<span>bob</span></a> hi</p>   | <p>[es] <a href="/@bob">@<span>bob</span></a> hi</p>
            <p><span class="h notranslate">@bob</span> hi</p> | <p><span class="h notranslate">@bob</span> [es] hi</p>
            <p translate="no">Name <b>of</b> it</p><p>Hi</p>  | <p translate="no">Name <b>of</b> it</p><p>[es] Hi</p>
            <p translate=no>Name</p>                          | <p translate=no>Name</p>
            <p class="notranslated">Hi</p>                    | <p class="notranslated">[es] Hi</p>
            <p data-x="notranslate">Hi</p>                    | <p data-x="notranslate">[es] Hi</p>
            <p><img alt="words" src="x"> Hi</p>               | <p><img alt="words" src="x"> [es] Hi</p>
            <p>&amp; &quot;</p>                               | <p>&amp; &quot;</p>
            <!-- words --><script>var a = 1;</script><p>1</p> | <!-- words --><script>var a = 1;</script><p>1</p>
            </b>Hi <i>sun                                     | </b>[es] Hi <i>sun
            1 < 2 is true                                     | [es] 1 < 2 is true
            """)
    void marksHtmlOnceInEachBlock(String html, String expected) {
        assertThat(PseudoTranslation.html(html, "es")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <p>Rivers keep better archives than ministries.</p>   | <p>Los ríos guardan mejores archivos que los ministerios.</p>
            <p>Today&#39;s lesson: the backup you have never restored is not a backup, it is a wish.</p> \
            | <p>Lección de hoy: la copia de seguridad que nunca has restaurado no es una copia, es un deseo.</p>
            <p><b>at the end</b>, never before</p>                | <p><b>al final</b>, nunca antes</p>
            <p><b>at the end</b> not at the beginning</p>         | <p><b>al final</b> [es] not at the beginning</p>
            """)
    void answersWhatHasBeenTranslatedBeforehand(String html, String expected) {
        assertThat(PseudoTranslation.html(html, "es")).isEqualTo(expected);
    }

    @Test
    void answersPlainTextThatHasBeenTranslatedBeforehand() {
        assertThat(PseudoTranslation.plain(" Mit Geduld.\n", "en")).isEqualTo(" With patience.\n");
    }

    @Test
    void readsVeryLongTagsWithoutHarm() {
        var html = "<p title=\"" + "a'".repeat(20_000) + "\" " + "b ".repeat(20_000) + ">Hi</p>";

        assertThat(PseudoTranslation.html(html, "es")).endsWith(">[es] Hi</p>").hasSize(html.length() + 5);
    }
}
