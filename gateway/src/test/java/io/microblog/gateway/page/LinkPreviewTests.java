package io.microblog.gateway.page;

import java.util.Map;

import io.microblog.kit.web.BaseUrl;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LinkPreviewTests {

    private static final BaseUrl BASE = new BaseUrl("https://blog.example");
    private static final String ALICE = """
            {"acct":"alice","username":"alice","display_name":"Alice \\"A\\"","note":"<p>Tea &amp; <b>books</b></p>",
             "avatar":"https://blog.example/avatars/1.png","noindex":false}""";

    @Test
    void describesAPerson() {
        assertThat(LinkPreview.ofAccount(json(ALICE), BASE).tags())
                .containsEntry("og:type", "profile")
                .containsEntry("og:title", "Alice \"A\" (@alice)")
                .containsEntry("og:description", "Tea & books")
                .containsEntry("og:url", "https://blog.example/@alice")
                .containsEntry("og:image", "https://blog.example/avatars/1.png");
    }

    @Test
    void describesAPostWithItsFirstImage() {
        var preview = LinkPreview.ofStatus(
                status("\"media_attachments\":[{\"preview_url\":\"https://b/p.png\",\"description\":\"A cat\"}]"),
                BASE);

        assertThat(preview.title()).isEqualTo("Alice \"A\": Hello you");
        assertThat(preview.tags())
                .containsEntry("og:url", "https://blog.example/@alice/7")
                .containsEntry("og:image", "https://b/p.png")
                .containsEntry("og:image:alt", "A cat")
                .containsEntry("twitter:card", "summary_large_image");
    }

    @Test
    void showsOnlyTheWarningOfAPostThatHasOne() {
        var preview = LinkPreview.ofStatus(
                status("\"spoiler_text\":\"spiders\",\"media_attachments\":[{\"preview_url\":\"https://b/p.png\"}]"),
                BASE);

        assertThat(preview.html()).contains("spiders").doesNotContain("Hello", "p.png");
    }

    @Test
    void showsNoSensitiveImages() {
        var preview = LinkPreview.ofStatus(
                status("\"sensitive\":true,\"media_attachments\":[{\"preview_url\":\"https://b/p.png\"}]"), BASE);

        assertThat(preview.html()).contains("Hello").doesNotContain("p.png");
    }

    @Test
    void escapesWhatPeopleWrote() {
        var preview = new LinkPreview("</title><script>", true, Map.of("og:title", "\"><script>x</script>"));

        assertThat(preview.html())
                .contains("&lt;/title&gt;&lt;script&gt;", "&quot;&gt;&lt;script&gt;x&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void keepsPeopleOutOfSearchEnginesWhoWishSo() {
        JsonNode hidden = json(ALICE.replace("\"noindex\":false", "\"noindex\":true"));

        assertThat(LinkPreview.ofAccount(hidden, BASE).html()).contains("<meta name=\"robots\" content=\"noindex\" />");
        assertThat(LinkPreview.ofAccount(json(ALICE), BASE).html()).doesNotContain("robots");
    }

    @Test
    void shortensLongTexts() {
        JsonNode longNote = json(ALICE.replace("books", "🍵".repeat(500)));

        assertThat(LinkPreview.ofAccount(longNote, BASE).tags().get("og:description"))
                .endsWith("🍵…")
                .hasSizeLessThan(900);
    }

    private static JsonNode status(String more) {
        return json("""
                {"id":"7","created_at":"2026-11-22T11:14:00.000Z","content":"<p>Hello<br />you</p>","account":%s,%s}""".formatted(ALICE, more));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
