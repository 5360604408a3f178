package io.microblog.notification.mail.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.postmark.PostmarkSandbox;
import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.notification.mail.provider.Outcome.Accepted;
import io.microblog.notification.mail.provider.Outcome.Alone;
import io.microblog.notification.mail.provider.Outcome.Later;
import io.microblog.notification.mail.provider.Outcome.Refused;
import io.microblog.notification.mail.provider.Outcome.Unclear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** Postmark's library against the sandbox, and against answers that the sandbox does not give. */
class PostmarkMailerTests extends MailerContract {

    private static final Sender SENDER = new Sender("no-reply@blog.example", "Blog, \"the\" ünïcode one");

    @Override
    List<Outcome> send(Provider provider, List<Mail> mails) throws IOException {
        try (PostmarkSandbox sandbox = PostmarkSandbox.start(0, null);
                PostmarkMailer mailer = mailer(provider == Provider.IS_AWAY ? "http://127.0.0.1:1" : sandbox.url())) {
            switch (provider) {
                case TAKES_EVERYTHING, IS_AWAY -> {}
                case REFUSES_THE_RECIPIENT -> mails.forEach(mail -> sandbox.suppress(mail.to()));
                case IS_BUSY -> sandbox.fail(Fault.status500());
                case TAKES_BUT_DOES_NOT_ANSWER -> sandbox.fail(Fault.lostReply());
            }
            return mailer.send(UUID.randomUUID(), mails);
        }
    }

    @Test
    void handsOverAndFindsAgain() throws IOException {
        try (PostmarkSandbox sandbox = PostmarkSandbox.start(0, null);
                PostmarkMailer mailer = mailer(sandbox.url())) {
            UUID batch = UUID.randomUUID();
            assertThat(mailer.send(batch, mails(3))).allMatch(Accepted.class::isInstance);
            assertThat(mailer.accepted(batch, MessageStream.TRANSACTIONAL)).containsExactlyInAnyOrder(1L, 2L, 3L);
            assertThat(mailer.accepted(UUID.randomUUID(), MessageStream.TRANSACTIONAL))
                    .isEmpty();

            SentMessage mail = sandbox.messagesTo("reader1@example.org").getFirst();
            assertThat(mail.from().name()).isEqualTo("Blog, \"the\" ünïcode one");
            assertThat(mail.from().email()).isEqualTo("no-reply@blog.example");
            assertThat(mail.subject()).isEqualTo("Subject ünïcode 1");
            assertThat(mail.textBody()).isEqualTo("text");
            assertThat(mail.headers()).extracting(SentMessage.Header::name).contains("X-Test");
            assertThat(mail.trackLinks()).isEqualTo("None");
            assertThat(sandbox.calls()).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatGoesToManyApart() throws IOException {
        try (PostmarkSandbox sandbox = PostmarkSandbox.start(0, null);
                PostmarkMailer mailer = mailer(sandbox.url())) {
            UUID batch = UUID.randomUUID();
            mailer.send(
                    batch,
                    List.of(new Mail(
                            9,
                            "many@example.org",
                            "News",
                            "text",
                            "<p>html</p>",
                            "announcement",
                            Map.of(),
                            MessageStream.BROADCAST)));

            assertThat(sandbox.messagesTo("many@example.org"))
                    .extracting(SentMessage::messageStream)
                    .containsExactly("broadcast");
            assertThat(mailer.accepted(batch, MessageStream.BROADCAST)).containsExactly(9L);
            assertThat(mailer.accepted(batch, MessageStream.TRANSACTIONAL)).isEmpty();
        }
    }

    @Test
    void tellsALostAnswerFromARefusedConnection() throws IOException {
        String url;
        try (PostmarkSandbox sandbox = PostmarkSandbox.start(0, null);
                PostmarkMailer mailer = mailer(sandbox.url())) {
            url = sandbox.url();
            sandbox.fail(Fault.lostReply());
            assertThat(mailer.send(UUID.randomUUID(), mails(2))).allMatch(Unclear.class::isInstance);
            await().until(() -> sandbox.messages().size() == 2);
            sandbox.fail(Fault.timeout());
            assertThat(mailer.send(UUID.randomUUID(), mails(1))).allMatch(Unclear.class::isInstance);
            sandbox.fail(Fault.garbage());
            assertThat(mailer.send(UUID.randomUUID(), mails(1))).allMatch(Unclear.class::isInstance);
        }
        try (PostmarkMailer mailer = mailer(url)) {
            assertThat(mailer.send(UUID.randomUUID(), mails(1))).allMatch(Later.class::isInstance);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, Refused", "401, Later", "403, Later", "404, Refused", "408, Unclear", "413, Refused", "422, Refused",
        "429, Later", "500, Later", "502, Unclear", "503, Later", "504, Unclear", "599, Unclear", "302, Unclear"
    })
    void judgesByTheStatus(int status, String outcome) throws IOException {
        try (var postmark = new Answering(status, "7", "{\"ErrorCode\":300,\"Message\":\"to ann@example.org\"}");
                PostmarkMailer mailer = mailer(postmark.url())) {
            List<Outcome> outcomes = mailer.send(UUID.randomUUID(), mails(1));
            assertThat(outcomes)
                    .extracting(found -> found.getClass().getSimpleName())
                    .containsExactly(outcome);
            assertThat(outcomes.toString()).doesNotContain("@");
            assertThat(postmark.calls()).as("never repeated by itself").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "999999, 3600", "soon,", "-1,"})
    void readsHowLongToWait(String header, @Nullable Long seconds) throws IOException {
        try (var postmark = new Answering(429, header, "{}");
                PostmarkMailer mailer = mailer(postmark.url())) {
            Outcome outcome = mailer.send(UUID.randomUUID(), mails(1)).getFirst();
            Duration wait = seconds == null ? null : Duration.ofSeconds(seconds);
            assertThat(outcome).isEqualTo(new Later("Postmark answered 429", wait));
        }
    }

    @Test
    void judgesEachItemOfABatch() throws IOException {
        String items = "[{\"ErrorCode\":0,\"MessageID\":\"m1\"},{\"ErrorCode\":406,\"Message\":\"inactive\"},"
                + "{\"ErrorCode\":100,\"Message\":\"maintenance\"}]";
        try (var postmark = new Answering(200, null, items);
                PostmarkMailer mailer = mailer(postmark.url())) {
            assertThat(mailer.send(UUID.randomUUID(), mails(3)))
                    .containsExactly(
                            new Accepted("m1"),
                            new Refused("Postmark's error 406", true),
                            new Later("Postmark's error 100", null));
            assertThat(mailer.send(UUID.randomUUID(), mails(2))).allMatch(Unclear.class::isInstance);
        }
    }

    @Test
    void doesNotLetOneMailSpoilTheBatch() throws IOException {
        try (var postmark = new Answering(422, null, "{\"ErrorCode\":402,\"Message\":\"Invalid JSON\"}");
                PostmarkMailer mailer = mailer(postmark.url())) {
            List<Mail> batch = mails(3);
            assertThat(mailer.send(UUID.randomUUID(), batch)).allMatch(Alone.class::isInstance);
            assertThat(postmark.calls())
                    .as("one call, which ends within the grace")
                    .isEqualTo(1);
            assertThat(batch)
                    .allSatisfy(mail -> assertThat(mailer.send(UUID.randomUUID(), List.of(mail)))
                            .allMatch(Refused.class::isInstance));
            assertThat(postmark.calls()).isEqualTo(4);
        }
    }

    @Test
    void refusesToStartWithoutAToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("http://127.0.0.1:1", " "))
                .withMessageContaining("POSTMARK_SERVER_TOKEN is not set");
    }

    private static PostmarkMailer mailer(String url) {
        return new PostmarkMailer(
                new PostmarkClient(properties(url, "token")), SENDER, new PostmarkStreams("broadcast"));
    }

    private static PostmarkProperties properties(String url, String token) {
        return new PostmarkProperties(
                URI.create(url), token, Duration.ofSeconds(1), Duration.ofSeconds(1), "broadcast");
    }

    private static List<Mail> mails(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Mail(
                        i,
                        "reader" + i + "@example.org",
                        "Subject ünïcode " + i,
                        "text",
                        "<p>html</p>",
                        "test",
                        Map.of("X-Test", "yes")))
                .toList();
    }

    /** Answers everything in the same way. */
    private static final class Answering implements AutoCloseable {

        private final AtomicInteger calls = new AtomicInteger();
        private final HttpServer server;

        Answering(int status, @Nullable String retryAfter, String body) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                calls.incrementAndGet();
                exchange.getRequestBody().readAllBytes();
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                if (retryAfter != null) {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                }
                exchange.sendResponseHeaders(status, bytes.length);
                try (exchange) {
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        int calls() {
            return calls.get();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
