package io.microblog.notification.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.microblog.notification.account.Contacts;
import io.microblog.notification.language.Isolation;
import io.microblog.notification.language.Languages;
import io.microblog.notification.preference.MailChoicesPage.Option;
import io.microblog.notification.preference.MailChoicesPage.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words the page of all choices in the language of whom the mail went to. */
@Component
class MailChoicesPages {

    private final MessageSource messages;
    private final Contacts contacts;
    private final String title;

    /** @param title the server's name */
    MailChoicesPages(MessageSource messages, Contacts contacts, @Value("${microblog.instance.title}") String title) {
        this.messages = messages;
        this.contacts = contacts;
        this.title = title;
    }

    /** @param outcome the end of a message key, null for nothing */
    MailChoicesPage of(long account, String token, MailChoices choices, @Nullable String outcome) {
        Locale locale = Languages.of(contacts.localeOf(account).orElse("en"));
        QuietHours quiet = choices.quietHours();
        return new MailChoicesPage(
                locale,
                title,
                say(locale, "choices.title"),
                say(locale, "choices.intro", Isolation.of(title, locale)),
                outcome == null ? null : say(locale, "choices." + outcome),
                Arrays.stream(MailKind.values())
                        .map(kind -> row(kind, choices, locale))
                        .toList(),
                quiet(contacts.timeZoneOf(account), locale),
                quiet == null ? "" : quiet.from().toString(),
                quiet == null ? "" : quiet.to().toString(),
                say(locale, "choices.save"),
                token);
    }

    private Row row(MailKind kind, MailChoices choices, Locale locale) {
        List<Option> options = Arrays.stream(MailMode.values())
                .map(mode -> new Option(
                        mode.wireName(), say(locale, "choices.mode." + mode.wireName()), mode == choices.mode(kind)))
                .toList();
        return new Row(kind.wireName(), say(locale, "choices.kind." + kind.wireName()), options);
    }

    private List<String> quiet(String zone, Locale locale) {
        return Stream.of("title", "hint", "from", "to")
                .map(part -> say(locale, "choices.quiet." + part, Isolation.of(zone, locale)))
                .toList();
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
