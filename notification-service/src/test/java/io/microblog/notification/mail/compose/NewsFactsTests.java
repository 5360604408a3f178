package io.microblog.notification.mail.compose;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.microblog.notification.mail.Delivery;
import io.microblog.notification.mail.Template;
import io.microblog.notification.preference.DigestTime;
import io.microblog.notification.preference.MailChoices;
import io.microblog.notification.preference.MailKind;
import io.microblog.notification.preference.MailMode;
import io.microblog.notification.preference.Weekday;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewsFactsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            false, FOLLOW,         AT_ONCE
            true,  FOLLOW,         DAILY
            true,  FAVOURITE,      WEEKLY
            true,  REBLOG,         NEVER
            true,  FOLLOW_REQUEST, AT_ONCE
            true,  MENTION,        AT_ONCE
            true,  REPLY,          AT_ONCE
            true,  RETURNED_POST,  AT_ONCE
            true,  APPEAL,         AT_ONCE
            """)
    void keepsForTheDigestWhatMayWaitWhenFewMailsAreLeft(boolean saving, Template template, MailMode mode) {
        var choices =
                new MailChoices(Map.of(MailKind.FAVOURITE, MailMode.WEEKLY), null, new DigestTime(8, Weekday.MONDAY));
        var facts = new NewsFacts(Map.of(), Map.of(7L, choices), saving, Set.of(), Map.of(), Map.of(), null);

        assertThat(facts.mode(new Delivery(
                        1, UUID.randomUUID(), 7, template, 2L, null, null, null, null, true, Instant.EPOCH, 1)))
                .isEqualTo(mode);
    }
}
