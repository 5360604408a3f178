package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.local.sandbox.SandboxClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostmarkSandboxTests {

    private static final String MAIL = """
            {"From": "Microblog <post@microblog.example>", "To": "Ann <ann@example.org>", "Subject": "Hello",
             "TextBody": "Confirm: https://microblog.example/confirm?t=1&u=2.", "HtmlBody": "<p>Confirm</p>",
             "Tag": "confirmation", "Metadata": {"batch": "b1", "delivery": "d1"},
             "Headers": [{"Name": "List-Unsubscribe", "Value": "<https://microblog.example/u>"}]}
            """;

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

    @ParameterizedTest
    @ValueSource(strings = {"/email", "/email/"})
    void takesAMail(String path) {
        var answer = client.post(path, MAIL);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("ErrorCode").intValue()).isZero();
        assertThat(answer.json().get("Message").stringValue()).isEqualTo("OK");
        assertThat(answer.json().get("To").stringValue()).isEqualTo("Ann <ann@example.org>");
        assertThat(answer.json().get("SubmittedAt").stringValue()).matches("20\\d\\d-.*T.*Z");
        assertThat(answer.json().get("MessageID").stringValue())
                .isEqualTo(sandbox.messages().getFirst().id());
        assertThat(sandbox.calls()).isEqualTo(1);
    }

    @Test
    void keepsWhatWasSent() {
        client.post("/email", MAIL);

        assertThat(sandbox.messagesTo("ANN@example.org")).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("Hello");
            assertThat(message.from()).isEqualTo(new Address("Microblog", "post@microblog.example"));
            assertThat(message.metadata()).containsEntry("delivery", "d1");
            assertThat(message.headers()).extracting(SentMessage.Header::name).containsExactly("List-Unsubscribe");
            assertThat(message.messageStream()).isEqualTo("outbound");
            assertThat(message.links()).containsExactly("https://microblog.example/confirm?t=1&u=2");
        });
        assertThat(sandbox.messagesTo("bob@example.org")).isEmpty();
    }

    @Test
    void answersABatchItemByItem() {
        var answer = client.post("/email/batch/", "[" + MAIL + ", {\"From\": \"x\"}, " + MAIL + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().values())
                .extracting(item -> item.get("ErrorCode").intValue())
                .containsExactly(0, 300, 0);
        assertThat(answer.json().get(1).has("MessageID")).isFalse();
        assertThat(sandbox.messages()).hasSize(2);
    }

    @Test
    void refusesABatchOfMoreThan500() {
        assertThat(client.post("/email/batch", batch(500)).json().size()).isEqualTo(500);

        var answer = client.post("/email/batch", batch(501));

        assertError(answer, 422, 410);
        assertThat(sandbox.messages()).hasSize(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"To": "a@b.c", "TextBody": "x"}                                        | 300 | Invalid 'From' address: ''.
            {"From": "nobody", "To": "a@b.c", "TextBody": "x"}                      | 300 | Invalid 'From' address: 'nobody'.
            {"From": "a@b.c, d@e.f", "To": "a@b.c", "TextBody": "x"}                | 300 | Invalid 'From' address: 'a@b.c, d@e.f'.
            {"From": "a@b.c", "TextBody": "x"}                                      | 300 | Zero recipients specified
            {"From": "a@b.c", "To": "a@b.c, d@", "TextBody": "x"}                   | 300 | Invalid 'To' address: 'd@'.
            {"From": "a@b.c", "To": "a@b.c", "Cc": "d", "TextBody": "x"}            | 300 | Invalid 'Cc' address: 'd'.
            {"From": "a@b.c", "To": "a@b.c"}                                        | 300 | Provide either email TextBody or HtmlBody or both.
            {"From": "a@b.c", "To": "a@b.c", "TextBody": "x", "MessageStream": "!"} | 1235 | The 'MessageStream' provided does not exist on this server.
            {"From": "a@b.c", "To": "a@b.c", "TextBody": "x", "Attachments": [{"Name": "a.exe", "Content": "", "ContentType": "x/y"}]} | 411 | Attachments of type .exe are not allowed.
            {"From": "a@b.c", "To": "a@b.c", "TextBody": "x", "Headers": [{"Name": "X"}]} | 300 | A header has a 'Name' and a 'Value'.
            {"From": {}, "To": "a@b.c", "TextBody": "x"}                            | 403 | Invalid request field(s): a field has the wrong type.
            {"From": "a@b.c", "To": "a@b.c", "TextBody": "x", "Headers": [null]}    | 403 | Invalid request field(s): a field has the wrong type.
            {"From": "a@b.c", "To": "a@b.c", "TextBody": "x", "Metadata": {"a": null}} | 403 | Invalid request field(s): a field has the wrong type.
            {"From": "a@b.c"                                                        | 402 | Received invalid JSON input.
            null                                                                    | 402 | Received invalid JSON input.
            """)
    void refusesWhatPostmarkRefuses(String body, int code, String message) {
        var answer = client.post("/email", body);

        assertError(answer, 422, code);
        assertThat(answer.json().get("Message").stringValue()).isEqualTo(message);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void refusesANullInABatch() {
        assertError(client.post("/email/batch", "[null]"), 422, 403);
    }

    @Test
    void holdsPostmarksLimits() {
        var recipients = String.join(",", Collections.nCopies(51, "a@b.c"));
        assertError(client.post("/email", with("To", '"' + recipients + '"')), 422, 300);
        assertError(client.post("/email", with("Subject", '"' + "s".repeat(2001) + '"')), 422, 300);
        assertError(client.post("/email", with("Metadata", "{\"" + "k".repeat(21) + "\": \"v\"}")), 422, 300);
        assertError(client.post("/email", with("Metadata", "{\"k\": \"" + "v".repeat(81) + "\"}")), 422, 300);
        var fields =
                IntStream.range(0, 11).mapToObj(i -> "\"k" + i + "\": \"v\"").collect(Collectors.joining(","));
        assertError(client.post("/email", with("Metadata", "{" + fields + "}")), 422, 300);
        assertThat(client.post("/email", " ".repeat(10 * 1024 * 1024) + MAIL).status())
                .isEqualTo(413);
        assertThat(sandbox.messages()).isEmpty();
    }

    @Test
    void wantsATokenAndJson() throws IOException {
        try (var anonymous = new SandboxClient(sandbox.url(), "Content-Type", "application/json");
                var untyped = new SandboxClient(sandbox.url(), "X-Postmark-Server-Token", "any")) {
            assertError(anonymous.post("/email", MAIL), 401, 10);
            assertError(anonymous.get("/messages/outbound?count=1&offset=0"), 401, 10);
            assertError(untyped.post("/email", MAIL), 422, 409);
        }
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var strict = PostmarkSandbox.start(address, null, "secret");
                var stranger = new SandboxClient(strict.url(), "X-Postmark-Server-Token", "wrong");
                var friend = new SandboxClient(
                        strict.url(), "X-Postmark-Server-Token", "secret", "Content-Type", "application/json")) {
            assertError(stranger.post("/email", MAIL), 401, 10);
            assertThat(friend.post("/email", MAIL).status()).isEqualTo(200);
            assertThat(strict.messages()).hasSize(1);
        }
    }

    @Test
    void refusesSuppressedRecipients() {
        client.post(
                "/message-streams/outbound/suppressions",
                "{\"Suppressions\": [{\"EmailAddress\": \"Ann@example.org\"}, {\"EmailAddress\": \"nonsense\"}]}");

        var dump =
                client.get("/message-streams/outbound/suppressions/dump").json().get("Suppressions");
        assertThat(dump.values())
                .extracting(item -> item.get("EmailAddress").stringValue())
                .containsExactly("ann@example.org");
        var refused = client.post("/email", MAIL);
        assertError(refused, 422, 406);
        assertThat(refused.json().get("Message").stringValue()).contains("Found inactive addresses: ann@example.org.");
        var partly = client.post("/email", with("Cc", "\"bob@example.org\""));
        assertThat(partly.json().get("Message").stringValue())
                .isEqualTo("Message OK, but will not deliver to these inactive addresses: ann@example.org");

        client.post(
                "/message-streams/outbound/suppressions/delete",
                "{\"Suppressions\": [{\"EmailAddress\": \"ann@example.org\"}]}");
        assertThat(client.post("/email", MAIL).status()).isEqualTo(200);
    }

    @Test
    void suppressesByStreamAndKeepsComplaints() {
        String delete = "/message-streams/broadcast/suppressions/delete";
        String ann = "{\"Suppressions\": [{\"EmailAddress\": \"ann@example.org\"}]}";
        sandbox.suppress("broadcast", "ann@example.org", "SpamComplaint");

        assertThat(client.post("/email", MAIL).status()).isEqualTo(200);
        assertError(client.post("/email", with("MessageStream", "\"broadcast\"")), 422, 406);
        assertThat(client.post(delete, ann).json().at("/Suppressions/0/Status").stringValue())
                .isEqualTo("Failed");
        assertThat(client.get("/message-streams/broadcast/suppressions/dump")
                        .json()
                        .at("/Suppressions/0/SuppressionReason")
                        .stringValue())
                .isEqualTo("SpamComplaint");
        assertThat(client.get("/message-streams/outbound/suppressions/dump")
                        .json()
                        .get("Suppressions")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void suppressesByTheJavaApi() {
        sandbox.suppress("Ann@Example.org");
        assertError(client.post("/email", MAIL), 422, 406);

        sandbox.reactivate("ann@example.org");
        assertThat(client.post("/email", MAIL).status()).isEqualTo(200);
    }

    @Test
    void emptiesAndTellsItsHealth() {
        client.post("/email", MAIL);

        assertThat(client.delete("/sandbox/messages").status()).isEqualTo(200);
        assertThat(sandbox.messages()).isEmpty();
        assertThat(client.get("/sandbox/calls").json().get("calls").intValue()).isEqualTo(1);
        assertThat(client.get("/health").json().get("status").stringValue()).isEqualTo("UP");
        assertThat(client.get("/nothing").status()).isEqualTo(404);
        assertThat(client.put("/email", MAIL).status()).isEqualTo(405);
    }

    private static String batch(int size) {
        return "[" + String.join(",", Collections.nCopies(size, MAIL)) + "]";
    }

    /** The mail with one more field, which the later one of the same name wins. */
    private static String with(String field, String value) {
        return MAIL.strip().replaceFirst("}$", ", \"" + field + "\": " + value + "}");
    }

    private static void assertError(SandboxClient.Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("ErrorCode").intValue()).isEqualTo(code);
        assertThat(answer.json().get("Message").stringValue()).isNotBlank();
    }
}
