package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.microblog.local.sandbox.SandboxClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageSearchTests {

    private PostmarkSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = PostmarkSandbox.start(0, null);
        client = new SandboxClient(sandbox.url(), "X-Postmark-Server-Token", "any", "Content-Type", "application/json");
        send("a@x.org", "ann@x.org", "Welcome, Ann", "welcome", "d1");
        send("a@x.org", "bob@x.org", "Welcome, Bob", "welcome", "d2");
        send("b@x.org", "ann@x.org", "New follower", "follow", "d3");
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | New follower;Welcome, Bob;Welcome, Ann
            recipient=ANN%40x.org     | New follower;Welcome, Ann
            fromemail=b@x.org         | New follower
            tag=welcome               | Welcome, Bob;Welcome, Ann
            tag=welcome&recipient=ann@x.org | Welcome, Ann
            subject=welcome%2C+b      | Welcome, Bob
            metadata_delivery=d2      | Welcome, Bob
            metadata_delivery=d       | ''
            metadata_other=d2         | ''
            messagestream=outbound    | New follower;Welcome, Bob;Welcome, Ann
            messagestream=broadcast   | ''
            status=sent               | New follower;Welcome, Bob;Welcome, Ann
            status=queued             | ''
            fromdate=2020-01-01       | New follower;Welcome, Bob;Welcome, Ann
            fromdate=2100-01-01T00:00:00 | ''
            todate=2020-01-01T12:00:00Z  | ''
            todate=2100-01-01         | New follower;Welcome, Bob;Welcome, Ann
            """)
    void findsNewestFirst(String query, String subjects) {
        var found = client.get("/messages/outbound?count=50&offset=0&" + query).json();

        assertThat(found.get("Messages").values())
                .extracting(message -> message.get("Subject").stringValue())
                .containsExactlyElementsOf(subjects.isEmpty() ? List.of() : List.of(subjects.split(";")));
        assertThat(found.get("TotalCount").intValue())
                .isEqualTo(found.get("Messages").size());
    }

    @Test
    void countsTheWholeDayInEasternTime() {
        var today = LocalDate.now(ZoneId.of("America/New_York"));

        assertThat(total("fromdate=" + today + "&todate=" + today)).isEqualTo(3);
        assertThat(total("fromdate=" + today.plusDays(1))).isZero();
        assertThat(total("todate=" + today.minusDays(1))).isZero();
    }

    @Test
    void pages() {
        var page = client.get("/messages/outbound?count=1&offset=1").json();

        assertThat(page.get("TotalCount").intValue()).isEqualTo(3);
        assertThat(page.get("Messages").values())
                .extracting(message -> message.get("Subject").stringValue())
                .containsExactly("Welcome, Bob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "count=1",
                "offset=1",
                "count=x&offset=0",
                "count=501&offset=0",
                "count=500&offset=9501",
                "count=1&offset=0&fromdate=yesterday"
            })
    void refusesAnImpossibleQuery(String query) {
        var answer = client.get("/messages/outbound?" + query);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("ErrorCode").intValue()).isEqualTo(700);
    }

    @Test
    void showsDetails() {
        var message = sandbox.messagesTo("bob@x.org").getFirst();

        var details =
                client.get("/messages/outbound/" + message.id() + "/details").json();

        assertThat(details.get("TextBody").stringValue()).isEqualTo("Text");
        assertThat(details.get("HtmlBody").stringValue()).isEqualTo("<p>Html</p>");
        assertThat(details.get("Status").stringValue()).isEqualTo("Sent");
        assertThat(details.get("Metadata").get("delivery").stringValue()).isEqualTo("d2");
        assertThat(details.get("To").get(0).get("Email").stringValue()).isEqualTo("bob@x.org");
        assertThat(details.get("MessageEvents").get(0).get("Type").stringValue())
                .isEqualTo("Delivered");
        assertThat(client.get("/messages/outbound/none/details")
                        .json()
                        .get("ErrorCode")
                        .intValue())
                .isEqualTo(701);
    }

    private int total(String query) {
        return client.get("/messages/outbound?count=50&offset=0&" + query)
                .json()
                .get("TotalCount")
                .intValue();
    }

    private void send(String from, String to, String subject, String tag, String delivery) {
        client.post("/email", """
                {"From": "%s", "To": "%s", "Subject": "%s", "Tag": "%s", "Metadata": {"delivery": "%s"},
                 "TextBody": "Text", "HtmlBody": "<p>Html</p>"}
                """.formatted(from, to, subject, tag, delivery));
    }
}
