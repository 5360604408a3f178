package io.microblog.notification.mail.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.microblog.notification.mail.provider.Outcome.Accepted;
import io.microblog.notification.mail.provider.Outcome.Alone;
import io.microblog.notification.mail.provider.Outcome.Later;
import io.microblog.notification.mail.provider.Outcome.Refused;
import io.microblog.notification.mail.provider.Outcome.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpMailerTests extends MailerContract {

    private static final Sender SENDER = new Sender("no-reply@blog.example", "Blög");

    @Override
    List<Outcome> send(Provider provider, List<Mail> mails) throws IOException {
        try (var server = new SmtpStandIn()) {
            switch (provider) {
                case TAKES_EVERYTHING, IS_AWAY -> {}
                case REFUSES_THE_RECIPIENT -> server.answer("RCPT", "550 no such user");
                case IS_BUSY -> server.answer("RCPT", "451 try later");
                case TAKES_BUT_DOES_NOT_ANSWER -> server.answer(".", "");
            }
            int port = provider == Provider.IS_AWAY ? 1 : server.port();
            return mailer(port).send(UUID.randomUUID(), mails);
        }
    }

    @Test
    void handsOver() throws IOException, MessagingException {
        try (var server = new SmtpStandIn()) {
            assertThat(mailer(server.port()).send(UUID.randomUUID(), List.of(mail(7, "ann@example.org"))))
                    .containsExactly(new Accepted("<delivery-7@blog.example>"));

            MimeMessage sent = server.messages().getFirst();
            assertThat(sent.getSubject()).isEqualTo("Hëllo Bcc: x@y.z");
            assertThat(sent.getHeader("Message-ID")).containsExactly("<delivery-7@blog.example>");
            assertThat(sent.getHeader("X-Test")).containsExactly("yes");
            assertThat(sent.getHeader("Bcc")).isNull();
            assertThat(sent.getFrom()).containsExactly(SENDER.address());
            assertThat(server.data().getFirst()).contains("text/plain", "text/html", "multipart/alternative");
            assertThat(server.recipients()).containsExactly("<ann@example.org>");
        }
    }

    /** RFC 5321, section 4.5.3.1.6. */
    @ParameterizedTest
    @ValueSource(strings = {"All in one line, ", "كلّ شيء في سطر واحد، "})
    void sendsNoLineThatServersMayRefuse(String words) throws IOException, MessagingException {
        String text = words.repeat(500);
        String html = "<p>" + text + "</p>";
        String link = "<https://blog.example/api/v1/mail/unsubscribe?token=" + "x".repeat(400) + ">";
        try (var server = new SmtpStandIn()) {
            mailer(server.port())
                    .send(
                            UUID.randomUUID(),
                            List.of(new Mail(7, "a@b.c", text, text, html, "test", Map.of("List-Unsubscribe", link))));

            assertThat(server.data().getFirst().lines())
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 998);
            var parts = (MimeMultipart) server.messages().getFirst().getContent();
            var letter = (MimeMultipart) ((MimeMultipart) parts.getBodyPart(0).getContent())
                    .getBodyPart(0)
                    .getContent();
            assertThat(letter.getBodyPart(0).getContent()).isEqualTo(text);
            assertThat(letter.getBodyPart(1).getContent()).isEqualTo(html);
        }
    }

    @Test
    void judgesByTheAnswer() throws IOException {
        try (var server = new SmtpStandIn()) {
            SmtpMailer mailer = mailer(server.port());
            server.answer("RCPT", "550 no such user");
            assertThat(send(mailer, 1)).isEqualTo(new Refused("The SMTP server answered 550"));
            server.answer("RCPT", "451 try later");
            assertThat(send(mailer, 2)).isEqualTo(new Later("The SMTP server answered 451", null));
            server.answer("RCPT", "250 ok");
            server.answer("DATA", "552 too much");
            assertThat(send(mailer, 3)).isEqualTo(new Refused("The SMTP server answered 552"));
            server.answer("DATA", "354 go on");
            server.answer(".", "");
            assertThat(send(mailer, 4)).isInstanceOf(Unclear.class);
        }
    }

    @Test
    void stopsTryingWhenTheServerIsAway() throws IOException {
        int port;
        try (var server = new SmtpStandIn()) {
            port = server.port();
        }
        assertThat(mailer(port).send(UUID.randomUUID(), List.of(mail(1, "a@b.c"), mail(2, "a@b.c"))))
                .containsExactly(
                        new Later("The SMTP server cannot be reached", null),
                        new Later("The SMTP server failed on another mail", null));
    }

    @Test
    void beginsNoFurtherMailOnASlowServer() throws IOException, MessagingException {
        try (var server = new SmtpStandIn()) {
            var impatient = new SmtpMailer(smtp(server.port()), SENDER, Duration.ZERO);

            assertThat(impatient.send(UUID.randomUUID(), List.of(mail(1, "a@b.c"), mail(2, "a@b.c"))))
                    .containsExactly(new Accepted("<delivery-1@blog.example>"), new Alone("The SMTP server is slow"));
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void cannotAskWhatWasTaken() {
        assertThat(mailer(1).accepted(UUID.randomUUID(), MessageStream.TRANSACTIONAL))
                .isEmpty();
    }

    private static Outcome send(SmtpMailer mailer, long id) {
        return mailer.send(UUID.randomUUID(), List.of(mail(id, "ann@example.org")))
                .getFirst();
    }

    private static Mail mail(long id, String to) {
        return new Mail(id, to, "Hëllo\r\nBcc: x@y.z", "text", "<p>html</p>", "test", Map.of("X-Test", "yes"));
    }

    private static SmtpMailer mailer(int port) {
        return new SmtpMailer(smtp(port), SENDER);
    }

    private static JavaMailSender smtp(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "1000");
        properties.put("mail.smtp.timeout", "1000");
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
