package io.microblog.notification.preference;

import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.notification.account.Contacts;
import io.microblog.notification.language.Isolation;
import io.microblog.notification.language.Languages;
import io.microblog.notification.preference.MailChoicesPage.Option;
import io.microblog.notification.preference.MailChoicesPage.Row;
import io.microblog.notification.preference.UnsubscribeLinks.Target;
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
    MailChoicesPage of(Target target, String token, MailChoices choices, @Nullable String outcome) {
        long account = target.accountId();
        Locale locale = Languages.of(contacts.localeOf(account).orElse("en"));
        String zone = Isolation.of(contacts.timeZoneOf(account), locale);
        QuietHours quiet = choices.quietHours();
        return new MailChoicesPage(
                locale,
                title,
                say(locale, "choices.title"),
                say(locale, "choices.intro", Isolation.of(title, locale)),
                outcome == null ? null : say(locale, "choices." + outcome),
                Arrays.stream(MailKind.values())
                        .filter(kind -> isOf(kind, target, choices))
                        .map(kind -> row(kind, choices, locale))
                        .toList(),
                quiet(zone, locale),
                quiet == null ? "" : quiet.from().toString(),
                quiet == null ? "" : quiet.to().toString(),
                List.of(say(locale, "choices.digest.title"), say(locale, "choices.digest.hint", zone)),
                hours(choices.digestTime(), locale),
                weekdays(choices.digestTime(), locale),
                say(locale, "choices.save"),
                token);
    }

    /** Whether somebody gets such mails, as far as is known here: they hold one, or have decided about them. */
    private static boolean isOf(MailKind kind, Target target, MailChoices choices) {
        return !kind.isForStaff()
                || target.named().contains(kind)
                || choices.decided().containsKey(kind);
    }

    private Row row(MailKind kind, MailChoices choices, Locale locale) {
        List<Option> options = kind.modes().stream()
                .map(mode -> new Option(
                        mode.wireName(), say(locale, "choices.mode." + mode.wireName()), mode == choices.mode(kind)))
                .toList();
        return new Row("kinds[" + kind.wireName() + "]", say(locale, "choices.kind." + kind.wireName()), options);
    }

    private Row hours(DigestTime time, Locale locale) {
        List<Option> options = IntStream.range(0, 24)
                .mapToObj(hour ->
                        new Option(Integer.toString(hour), LocalTime.of(hour, 0).toString(), hour == time.hour()))
                .toList();
        return new Row("digest[hour]", say(locale, "choices.digest.hour"), options);
    }

    private Row weekdays(DigestTime time, Locale locale) {
        List<Option> options = Arrays.stream(Weekday.values())
                .map(day -> new Option(
                        day.wireName(),
                        day.day().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        day == time.weekday()))
                .toList();
        return new Row("digest[weekday]", say(locale, "choices.digest.weekday"), options);
    }

    /** @param zone isolated */
    private List<String> quiet(String zone, Locale locale) {
        return Stream.of("title", "hint", "from", "to")
                .map(part -> say(locale, "choices.quiet." + part, zone))
                .toList();
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
