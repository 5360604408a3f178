package io.microblog.kit.text;

import org.junit.jupiter.api.Test;

import static io.microblog.kit.text.Texts.BASE;
import static io.microblog.kit.text.Texts.person;
import static io.microblog.kit.text.Texts.plain;
import static io.microblog.kit.text.Texts.tag;
import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

    @Test
    void rendersParagraphsAndLineBreaks() {
        assertThat(plain("\r\none\r\ntwo\n \n\n three\n").html()).isEqualTo("<p>one<br />two</p><p>three</p>");
        assertThat(plain("one\ntwo\n\nthree").text()).isEqualTo("one\ntwo\n\nthree");
    }

    @Test
    void takesMarkupLiterally() {
        assertThat(plain("# *a* `b` [c](https://d.example) <b> & \\*").html())
                .startsWith("<p># *a* `b` [c](<a href=\"https://d.example\"")
                .endsWith(") &lt;b&gt; &amp; \\*</p>");
    }

    @Test
    void rendersNothingForNothing() {
        assertThat(plain(" \n\n ").html()).isEmpty();
        assertThat(plain("").text()).isEmpty();
    }

    @Test
    void rendersABiography() {
        var note = new Note(BASE).biography("I am @alice.\n\n#Tea & https://a.example");

        assertThat(note.usernames()).containsExactly("alice");
        assertThat(note.length()).isEqualTo(44);
        assertThat(note.render(Texts.PEOPLE::get).html())
                .startsWith("<p>I am " + person("Alice") + ".</p><p>" + tag("tea", "Tea")
                        + " &amp; <a href=\"https://a.example\" rel=\"nofollow noopener noreferrer\"");
    }

    @Test
    void rendersAFieldOnOneLine() {
        assertThat(new Note(BASE)
                        .field("a\nhttps://a.example <i>")
                        .render(name -> null)
                        .html())
                .isEqualTo(
                        "a <a href=\"https://a.example\" rel=\"me nofollow noopener noreferrer\" target=\"_blank\">"
                                + "<span class=\"invisible\">https://</span><span>a.example</span><span class=\"invisible\"></span></a> &lt;i&gt;");
    }

    @Test
    void knowsFormatsByContentType() {
        assertThat(TextFormat.of("text/markdown")).contains(TextFormat.MARKDOWN);
        assertThat(TextFormat.of("text/plain")).contains(TextFormat.PLAIN);
        assertThat(TextFormat.of("text/html")).isEmpty();
    }
}
