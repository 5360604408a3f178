package io.microblog.notification.mail.letter;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.account.Account;
import io.microblog.notification.language.Languages;
import io.microblog.notification.mail.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes letters. What people wrote enters as values, never as part of a message or a template, and is escaped in the
 * HTML version.
 */
@Component
public class Letters {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

    private final MessageSource messages;
    private final SpringTemplateEngine templates;
    private final BaseUrl base;

    Letters(MessageSource messages, SpringTemplateEngine templates, BaseUrl base) {
        this.messages = messages;
        this.templates = templates;
        this.base = base;
    }

    /** Whom a letter speaks to. */
    public record Reader(String name, String locale) {}

    /** Asks to confirm an address; the link works until {@code expiry}. */
    public Letter confirmation(Reader reader, String link, Instant expiry) {
        Locale locale = Languages.of(reader.locale());
        String date = DATE.withLocale(locale).format(expiry.atOffset(ZoneOffset.UTC)) + " UTC";
        List<String> notes = List.of(
                say(locale, "confirmation.validity", date), say(locale, "confirmation.stranger", base.authority()));
        String lead = say(locale, "confirmation.lead", base.authority());
        return write(content(
                locale, "confirmation", say(locale, "confirmation.subject"), reader, lead, null, link, notes, null));
    }

    /** Tells of a new follower. */
    public Letter follow(Reader reader, Account follower, String unsubscribe) {
        return news(Template.FOLLOW, reader, follower, null, "/@" + follower.username(), unsubscribe);
    }

    /**
     * Tells of a post.
     *
     * @param template {@link Template#MENTION} or {@link Template#REPLY}
     * @param words what to quote of it, null for nothing
     */
    public Letter post(
            Template template, Reader reader, Account author, long postId, @Nullable String words, String unsubscribe) {
        return news(template, reader, author, words, "/@" + author.username() + "/" + postId, unsubscribe);
    }

    /** What stands in the place of a text behind a content warning. */
    public String warning(Reader reader, String spoilerText) {
        return say(Languages.of(reader.locale()), "post.warning", spoilerText);
    }

    private Letter news(
            Template template, Reader reader, Account actor, @Nullable String quote, String path, String unsubscribe) {
        Locale locale = Languages.of(reader.locale());
        String subject = say(locale, template.key() + ".subject", actor.name());
        String lead = say(locale, template.key() + ".lead", actor.name());
        return write(content(
                locale, template.key(), subject, reader, lead, quote, base.resolve(path), List.of(), unsubscribe));
    }

    private Content content(
            Locale locale,
            String key,
            String subject,
            Reader reader,
            String lead,
            @Nullable String quote,
            String link,
            List<String> notes,
            @Nullable String unsubscribe) {
        return new Content(
                locale,
                subject,
                say(locale, "letter.greeting", reader.name()),
                lead,
                quote,
                say(locale, key + ".action"),
                link,
                notes,
                say(locale, "letter.footer", base.authority()),
                say(locale, "letter.stop"),
                unsubscribe);
    }

    private Letter write(Content content) {
        var context = new Context(content.locale(), Map.of("letter", content));
        return new Letter(
                content.subject(),
                tidy(templates.process("mail/letter.txt", context)),
                templates.process("mail/letter", context));
    }

    /** What a template leaves where it says nothing: blanks at ends of lines, empty lines in a row. */
    private static String tidy(String text) {
        String lines = text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return lines.replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
