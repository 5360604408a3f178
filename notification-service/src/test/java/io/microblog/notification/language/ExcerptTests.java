package io.microblog.notification.language;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

    @Test
    void keepsParagraphsAndLines() {
        assertThat(Excerpt.of("<p>One<br />two</p><p>three <a href=\"https://x.example\">x.example</a></p>", 500))
                .isEqualTo("One\ntwo\nthree x.example");
        assertThat(Excerpt.of("<ul><li>a</li><li>b</li></ul><blockquote><p>q</p></blockquote>", 500))
                .isEqualTo("a\nb\nq");
    }

    @Test
    void turnsMarkupIntoText() {
        assertThat(Excerpt.of("<p>1 &lt; 2 &amp;&amp; <b>bold</b></p><script>alert(1)</script>", 500))
                .isEqualTo("1 < 2 && bold");
        assertThat(Excerpt.of("", 500)).isEmpty();
    }

    @Test
    void shortensBetweenCharacters() {
        String family = "👨‍👩‍👧‍👦";
        String excerpt = Excerpt.of("<p>" + family.repeat(100) + "</p>", 500);
        assertThat(excerpt).endsWith("…").hasSizeLessThanOrEqualTo(501);
        assertThat(excerpt.substring(0, excerpt.length() - 1))
                .isEqualTo(family.repeat((excerpt.length() - 1) / family.length()));
    }
}
