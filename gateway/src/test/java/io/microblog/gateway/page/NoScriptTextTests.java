package io.microblog.gateway.page;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class NoScriptTextTests {

    @Test
    void keepsTheParagraphsOfAPostWithItsPollAndDescriptions() {
        var text = NoScriptText.ofStatus(status("""
                "content":"<p>One &amp; <b>two</b><br />three</p><ul><li>four</li></ul>",
                "poll":{"options":[{"title":"Yes"},{"title":"No"}]},
                "media_attachments":[{"description":"A cat"},{"description":null}]"""));

        assertThat(text.heading()).isEqualTo("Alice (@alice)");
        assertThat(text.paragraphs()).containsExactly("One & two", "three", "four", "– Yes", "– No", "[A cat]");
    }

    @Test
    void keepsLongTextsWhole() {
        assertThat(NoScriptText.ofStatus(status("\"content\":\"<p>%s</p>\"".formatted("a".repeat(5_000))))
                        .paragraphs())
                .containsExactly("a".repeat(5_000));
    }

    @Test
    void hidesTheTextBehindItsWarning() {
        assertThat(NoScriptText.ofStatus(status("\"spoiler_text\":\"spiders\",\"content\":\"<p>Eight legs</p>\""))
                        .html())
                .containsPattern("(?s)<details><summary[^>]*>spiders</summary>.*Eight legs.*</details>");
    }

    @Test
    void letsNothingOutOfTheElementAroundIt() {
        String evil = "<a title='</noscript><script src=/media/1.js></script>'>x</a>&lt;/noscript&gt;&lt;script&gt;";

        assertThat(NoScriptText.ofStatus(status("\"content\":\"%s\"".formatted(evil)))
                        .html())
                .doesNotContain("</noscript", "<script", "<a ");
        assertThat(new NoScriptText("</noscript>", "<script>", List.of()).html())
                .doesNotContain("</noscript", "<script");
    }

    @Test
    void tellsWhatAPersonSaysAboutThemselves() {
        JsonNode account =
                json("{\"acct\":\"alice\",\"display_name\":\"\",\"username\":\"alice\",\"note\":\"<p>Tea</p>\"}");

        assertThat(NoScriptText.ofAccount(account)).isEqualTo(new NoScriptText("alice (@alice)", "", List.of("Tea")));
    }

    private static JsonNode status(String more) {
        return json("{\"account\":{\"acct\":\"alice\",\"username\":\"alice\",\"display_name\":\"Alice\"},%s}"
                .formatted(more));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
