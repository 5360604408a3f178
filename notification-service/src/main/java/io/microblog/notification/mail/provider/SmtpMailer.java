package io.microblog.notification.mail.provider;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;

import io.microblog.notification.mail.provider.Outcome.Accepted;
import io.microblog.notification.mail.provider.Outcome.Alone;
import io.microblog.notification.mail.provider.Outcome.Later;
import io.microblog.notification.mail.provider.Outcome.Refused;
import io.microblog.notification.mail.provider.Outcome.Unclear;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends through an SMTP server, for those without an account at Postmark. A server cannot be asked what it has taken, so
 * a mail whose answer was lost is sent again, under the same Message-ID, by which receiving servers may know it.
 */
final class SmtpMailer implements Mailer {

    private static final int PERMANENT = 500;

    /** After so long nothing more is begun: what is begun by then must end within the grace. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JavaMailSender smtp;
    private final Sender sender;
    private final Duration patience;

    SmtpMailer(JavaMailSender smtp, Sender sender) {
        this(smtp, sender, PATIENCE);
    }

    SmtpMailer(JavaMailSender smtp, Sender sender, Duration patience) {
        this.smtp = smtp;
        this.sender = sender;
        this.patience = patience;
    }

    @Override
    public List<Outcome> send(UUID batch, List<Mail> mails) {
        long begun = System.nanoTime();
        var outcomes = new ArrayList<Outcome>();
        for (Mail mail : mails) {
            boolean first = outcomes.isEmpty();
            if (!first && isTrouble(outcomes.getLast())) {
                outcomes.add(new Later("The SMTP server failed on another mail", null));
            } else if (!first && System.nanoTime() - begun > patience.toNanos()) {
                outcomes.add(new Alone("The SMTP server is slow"));
            } else {
                outcomes.add(send(mail));
            }
        }
        return outcomes;
    }

    @Override
    public Set<Long> accepted(UUID batch, MessageStream stream) {
        return Set.of();
    }

    /** A server that we only hand mails to keeps no list of addresses that it could be asked to change. */
    @Override
    public boolean reactivate(String address, MessageStream stream) {
        return true;
    }

    private Outcome send(Mail mail) {
        try {
            smtp.send(message(mail));
            return new Accepted(messageId(mail));
        } catch (MessagingException e) {
            return new Refused("Not a mail: " + e.getClass().getSimpleName());
        } catch (MailAuthenticationException e) {
            return new Later("The SMTP server refused our credentials", null);
        } catch (MailException e) {
            return outcome(e);
        }
    }

    /** Each further mail would wait for its own time-out. */
    private static boolean isTrouble(Outcome outcome) {
        return outcome instanceof Later || outcome instanceof Unclear;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new IdentifiedMessage(smtp.createMimeMessage(), messageId(mail));
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(sender.address());
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        return message;
    }

    private String messageId(Mail mail) {
        return "<delivery-" + mail.deliveryId()
                + sender.from().substring(sender.from().indexOf('@')) + ">";
    }

    private static Outcome outcome(MailException failure) {
        List<Throwable> causes = causes(failure).toList();
        if (causes.stream().anyMatch(SmtpMailer::wasNeverReached)) {
            return new Later("The SMTP server cannot be reached", null);
        }
        return causes.stream()
                .filter(cause -> code(cause) > 0)
                .findFirst()
                .map(cause -> answered(code(cause)))
                .orElse(new Unclear("SMTP: " + causes.getLast().getClass().getSimpleName()));
    }

    private static Outcome answered(int code) {
        String cause = "The SMTP server answered " + code;
        return code >= PERMANENT ? new Refused(cause) : new Later(cause, null);
    }

    private static int code(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
        };
    }

    private static boolean wasNeverReached(Throwable failure) {
        return failure instanceof MailConnectException
                || failure instanceof ConnectException
                || failure instanceof UnknownHostException;
    }

    /** Mail exceptions hide causes in lists of their own. */
    private static Stream<Throwable> causes(Throwable failure) {
        Stream<? extends @org.jspecify.annotations.Nullable Throwable> inner = switch (failure) {
            case MailSendException send -> Stream.of(send.getMessageExceptions());
            case SendFailedException send -> Stream.of(send.getNextException(), send.getCause());
            case MessagingException nested -> Stream.of(nested.getNextException());
            default -> Stream.of(failure.getCause());
        };
        return Stream.concat(Stream.of(failure), inner.filter(Objects::nonNull).flatMap(SmtpMailer::causes));
    }
}
