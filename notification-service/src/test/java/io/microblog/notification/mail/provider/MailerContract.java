package io.microblog.notification.mail.provider;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.microblog.notification.mail.provider.Outcome.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link Mailer} keeps to; its tests extend this. */
abstract class MailerContract {

    /** How the other side behaves. */
    enum Provider {
        TAKES_EVERYTHING,
        REFUSES_THE_RECIPIENT,
        IS_BUSY,
        TAKES_BUT_DOES_NOT_ANSWER,
        IS_AWAY
    }

    /** Hands mails over to a provider of this kind. */
    abstract List<Outcome> send(Provider provider, List<Mail> mails) throws IOException;

    @Test
    void saysOfEachMailWhatBecameOfIt() throws IOException {
        assertThat(send(Provider.TAKES_EVERYTHING, mailsTo(3)))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(Accepted.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_THE_RECIPIENT, Refused",
        "IS_BUSY, Later",
        "TAKES_BUT_DOES_NOT_ANSWER, Unclear",
        "IS_AWAY, Later"
    })
    void tellsFailuresApart(Provider provider, String outcome) throws IOException {
        List<Outcome> outcomes = send(provider, mailsTo(1));

        assertThat(outcomes)
                .extracting(found -> found.getClass().getSimpleName())
                .containsExactly(outcome);
        assertThat(outcomes.toString()).as("no address in a log").doesNotContain("@");
    }

    private static List<Mail> mailsTo(int readers) {
        return LongStream.rangeClosed(1, readers)
                .mapToObj(id -> new Mail(
                        id, "reader" + id + "@example.org", "Subject", "text", "<p>html</p>", "test", Map.of()))
                .toList();
    }
}
