package io.microblog.local.sandbox.postmark;

import java.io.IOException;

import io.microblog.local.sandbox.SandboxClient;
import io.microblog.local.sandbox.http.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxTests {

    private PostmarkSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = PostmarkSandbox.start(0, null);
        client = new SandboxClient(sandbox.url(), "X-Postmark-Server-Token", "any", "Content-Type", "application/json");
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(client.get("/").body()).contains("No mail yet").contains(">0 mails<");
    }

    @Test
    void listsNewestFirst() {
        send("First", "Text", "<p>Html</p>");
        send("Second", "Text", "<p>Html</p>");

        var page = client.get("/");

        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.body()).contains("2 mails").containsSubsequence("Second", "First");
    }

    @Test
    void escapesEverythingASenderWrites() {
        send("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", null);
        var id = sandbox.messages().getFirst().id();

        assertThat(client.get("/").body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        assertThat(client.get("/mail/" + id).body())
                .contains("&lt;img src=x onerror=alert(2)&gt;")
                .doesNotContain("<img src=x")
                .doesNotContain("<script>alert");
        assertThat(client.get("/?q=%22%3E%3Cscript%3E").body()).contains("value=\"&quot;&gt;&lt;script&gt;\"");
    }

    @Test
    void showsHtmlWhereItCanDoNothing() {
        send(
                "Hello",
                "Text",
                "<!doctype html><html><head><title>x</title></head><body><script>1</script></body></html>");
        var id = sandbox.messages().getFirst().id();

        assertThat(client.get("/mail/" + id).body())
                .contains("<iframe", "src=\"/mail/" + id + "/html\"", "sandbox=\"allow-popups")
                .doesNotContain("allow-scripts", "allow-same-origin");
        var document = client.get("/mail/" + id + "/html");
        assertThat(document.header("Content-Security-Policy"))
                .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'");
        assertThat(document.body()).startsWith("<!doctype html><html><head><base target=\"_blank\">");
    }

    @Test
    void linksTheLinksOfTheText() {
        send("Hello", "Go to https://microblog.example/confirm?a=1&b=%22, please <https://x.org/>", null);
        var id = sandbox.messages().getFirst().id();

        assertThat(client.get("/mail/" + id + "?view=text").body())
                .contains("<a href=\"https://microblog.example/confirm?a=1&amp;b=%22\" target=\"_blank\">"
                        + "https://microblog.example/confirm?a=1&amp;b=%22</a>, please &lt;<a href=\"https://x.org/\"");
    }

    @Test
    void showsMetadata() {
        send("Hello", "Text", null);
        var id = sandbox.messages().getFirst().id();

        assertThat(client.get("/mail/" + id + "?view=details").body())
                .contains("<dt>Metadata delivery</dt><dd><code>d1</code></dd>", "<dt>MessageID</dt>");
    }

    @Test
    void searches() {
        send("Welcome", "Text", null);
        send("Goodbye", "Text", null);

        assertThat(client.get("/?q=goodB").body())
                .contains("1 mail for “goodB”", "Goodbye")
                .doesNotContain("Welcome");
        assertThat(client.get("/?q=ann@x.org").body()).contains("Welcome", "Goodbye");
        assertThat(client.get("/?q=nothing").body()).contains("No mail matches");
    }

    @Test
    void pages() {
        for (int i = 1; i <= 26; i++) {
            send("Mail number " + i + ".", "Text", null);
        }

        assertThat(client.get("/").body())
                .contains("1–25 of 26 mails", "Mail number 26.", "Page 1 of 2", "rel=\"next\" href=\"/?q=&amp;page=2\"")
                .doesNotContain("Mail number 1.", "rel=\"prev\"");
        assertThat(client.get("/?page=2").body()).contains("26–26 of 26 mails", "Mail number 1.");
        assertThat(client.get("/?page=99").body()).contains("Page 2 of 2");
    }

    @Test
    void tellsThatItFailsOnDemand() {
        sandbox.fail(Fault.garbage());

        assertThat(client.get("/").body()).contains("Failing on demand: <strong>garbage</strong>");
    }

    @Test
    void loadsOnlyItsOwnFiles() {
        assertThat(client.get("/").header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'");
        assertThat(client.get("/assets/inbox.css").header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(client.get("/assets/inbox.js").header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(client.get("/mail/none").status()).isEqualTo(404);
    }

    private void send(String subject, String text, @Nullable String html) {
        client.post("/email", """
                {"From": "post@microblog.example", "To": "ann@x.org", "Subject": "%s", "TextBody": "%s",
                 "HtmlBody": %s, "Metadata": {"delivery": "d1"}}
                """.formatted(subject, text, html == null ? "null" : '"' + html + '"'));
    }
}
