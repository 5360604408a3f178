package io.microblog.notification.mail.compose;

import java.text.ListFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.account.KnownAccount;
import io.microblog.notification.announcement.AnnouncementText;
import io.microblog.notification.language.Isolation;
import io.microblog.notification.language.Languages;
import io.microblog.notification.language.Plural;
import io.microblog.notification.mail.Template;
import io.microblog.notification.mail.compose.LetterContent.Entry;
import io.microblog.notification.mail.compose.LetterContent.Message;
import io.microblog.notification.mail.compose.LetterContent.Section;
import io.microblog.notification.mail.compose.LetterContent.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes letters. What people wrote enters as values, never as part of a message or a template, and is escaped in the
 * HTML version.
 */
@Component
class Letters {

    /** With the zone's short name. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendLocalized(FormatStyle.LONG, FormatStyle.SHORT)
            .appendPattern(" z")
            .toFormatter();

    /** How many things one mail shows, the others it counts. */
    private static final int SHOWN = 10;

    /** How many people it names who did the same. */
    private static final int NAMED = 3;

    private final MessageSource messages;
    private final SpringTemplateEngine templates;
    private final BaseUrl base;
    private final String title;

    /** @param title the server's name */
    Letters(
            MessageSource messages,
            SpringTemplateEngine templates,
            BaseUrl base,
            @Value("${microblog.instance.title}") String title) {
        this.title = title;
        this.messages = messages;
        this.templates = templates;
        this.base = base;
    }

    /** Whom a letter speaks to. */
    public record Reader(String name, String locale) {

        /** The person by the name that they gave themselves. */
        static Reader of(Contact contact) {
            String name = contact.displayName().isBlank()
                    ? "@" + contact.username()
                    : contact.displayName().strip();
            return new Reader(name, contact.locale());
        }
    }

    /**
     * What a security letter is about.
     *
     * @param expiry when the link ceases to work, null for never
     * @param time when it happened, null where that does not matter
     * @param detail a device, an address, or what somebody said
     * @param until when what it tells of ends by itself, null for never
     * @param zone in which these times are told
     */
    public record Matter(
            String link,
            @Nullable Instant expiry,
            @Nullable Instant time,
            @Nullable String detail,
            @Nullable Instant until,
            ZoneId zone) {}

    /** Tells of what concerns the account itself, with what can be done about it behind the one button. */
    public Letter security(String key, Reader reader, Matter matter) {
        Locale locale = Languages.of(reader.locale());
        var notes = new ArrayList<String>();
        if (matter.expiry() != null) {
            notes.add(say(locale, "letter.validity", isolated(date(matter.expiry(), matter.zone(), locale), locale)));
        }
        if (matter.until() != null) {
            notes.add(say(locale, "letter.until", isolated(date(matter.until(), matter.zone(), locale), locale)));
        }
        String server = isolated(title, locale);
        notes.add(say(locale, key + ".stranger", server));
        String time = matter.time() == null ? "" : isolated(date(matter.time(), matter.zone(), locale), locale);
        String detail = matter.detail() == null ? "" : isolated(matter.detail(), locale);
        String lead = say(locale, key + ".lead", server, detail, time);
        return write(content(
                locale,
                key,
                say(locale, key + ".subject"),
                greeting(reader, locale),
                lead,
                Told.NOTHING,
                matter.link(),
                notes,
                null));
    }

    /** Tells authors that a post could not be published at its time and is among their drafts. */
    public Letter returned(Reader reader) {
        return ofOwnPost(Template.RETURNED_POST, reader, "/drafts");
    }

    /**
     * Tells authors that a post that waited for a moderator is published.
     *
     * @param path of the page that shows it
     */
    Letter released(Reader reader, String path) {
        return ofOwnPost(Template.RELEASED_POST, reader, path);
    }

    private Letter ofOwnPost(Template template, Reader reader, String path) {
        Locale locale = Languages.of(reader.locale());
        String key = template.key();
        String lead = say(locale, key + ".lead", isolated(title, locale));
        String link = base.resolve(path);
        String subject = say(locale, key + ".subject");
        return write(
                content(locale, key, subject, greeting(reader, locale), lead, Told.NOTHING, link, List.of(), null));
    }

    /** Tells those who decide about appeals that somebody has appealed. */
    Letter appealed(Reader reader, KnownAccount actor, String unsubscribe) {
        Locale locale = Languages.of(reader.locale());
        String key = Template.APPEAL.key();
        String name = actor.name(locale);
        return write(content(
                locale,
                key,
                say(locale, key + ".subject", name),
                greeting(reader, locale),
                say(locale, key + ".lead", name, isolated(title, locale)),
                Told.NOTHING,
                base.resolve("/moderation"),
                List.of(),
                unsubscribe));
    }

    /** Tells what the server announces, in the words of its author, to all who read a language. */
    CircularLetter announcement(Locale locale, AnnouncementText text) {
        String greeting = mark();
        String stop = mark();
        String key = Template.ANNOUNCEMENT.key();
        String server = isolated(title, locale);
        String first = text.plain().lines().findFirst().orElse("");
        var message = new Message(Locale.forLanguageTag(text.language()), text.plain(), text.html());
        Letter pattern = write(content(
                locale,
                key,
                say(locale, key + ".subject", server, isolated(first, locale)),
                greeting,
                say(locale, key + ".lead", server),
                Told.saying(message),
                base.resolve("/"),
                List.of(),
                stop));
        return new CircularLetter(pattern, greeting, stop, reader -> greeting(reader, locale));
    }

    /** A word that nobody else writes, and that looks the same in text and in HTML. */
    private static String mark() {
        return "mark" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Tells of one thing that others did. */
    Letter news(Template template, Reader reader, NewsItem item, String unsubscribe) {
        Locale locale = Languages.of(reader.locale());
        String key = key(template, item);
        String actor = item.actors().getFirst().name(locale);
        return write(content(
                locale,
                key,
                say(locale, key + ".subject", actor),
                greeting(reader, locale),
                say(locale, key + ".lead", actor),
                Told.quoting(item.words()),
                base.resolve(item.path()),
                List.of(),
                unsubscribe));
    }

    /**
     * Tells of several things of one kind.
     *
     * @param items in the order in which they happened; the newest are shown
     * @param count how often it happened
     */
    Letter several(Template template, Reader reader, List<NewsItem> items, int count, String unsubscribe) {
        Locale locale = Languages.of(reader.locale());
        int left = Math.max(0, items.size() - SHOWN);
        List<Entry> entries = items.stream()
                .skip(left)
                .map(item -> entry(template, item, locale))
                .toList();
        return write(content(
                locale,
                "several",
                say(locale, "several." + template.key(), count),
                greeting(reader, locale),
                say(locale, "several.lead", isolated(title, locale)),
                Told.telling(List.of(new Section(null, entries))),
                base.resolve("/notifications"),
                left == 0 ? List.of() : List.of(say(locale, "several.rest", left)),
                unsubscribe));
    }

    /**
     * Tells what came together in a day or a week.
     *
     * @param key {@code daily} or {@code weekly}
     */
    Letter digest(String key, Reader reader, List<Section> sections, String unsubscribe) {
        Locale locale = Languages.of(reader.locale());
        String server = isolated(title, locale);
        return write(content(
                locale,
                "digest",
                say(locale, "digest." + key + ".subject", server),
                greeting(reader, locale),
                say(locale, "digest." + key + ".lead", server),
                Told.telling(sections),
                base.resolve("/notifications"),
                List.of(),
                unsubscribe));
    }

    /** One of several things of which a letter tells. */
    Entry entry(Template template, NewsItem item, Locale locale) {
        return entry(lead(template, item, locale), item.words(), item.path());
    }

    /** @param path of the page that shows it */
    Entry entry(String lead, @Nullable String words, String path) {
        return new Entry(lead, words, base.resolve(path));
    }

    /** So many of something: {@code digest.followers} and the form of the word for the number. */
    String count(String key, int number, Locale locale) {
        return say(locale, "digest." + key + "." + Plural.of(number, locale).key(), number);
    }

    /** The title of a section. */
    String heading(String key, Locale locale) {
        return say(locale, "digest." + key);
    }

    private String lead(Template template, NewsItem item, Locale locale) {
        return item.actors().size() == 1
                ? say(
                        locale,
                        key(template, item) + ".lead",
                        item.actors().getFirst().name(locale))
                : say(locale, template.key() + ".together", names(item.actors(), locale));
    }

    private String names(List<KnownAccount> actors, Locale locale) {
        List<String> names = actors.stream()
                .limit(NAMED)
                .map(actor -> actor.name(locale))
                .collect(Collectors.toCollection(ArrayList::new));
        if (actors.size() > NAMED) {
            names.add(say(locale, "several.others", actors.size() - NAMED));
        }
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(names);
    }

    private static String key(Template template, NewsItem item) {
        return template.key() + (item.own() ? ".own" : "");
    }

    /** What stands in the place of a text behind a content warning. */
    public String warning(Reader reader, String spoilerText) {
        Locale locale = Languages.of(reader.locale());
        return say(locale, "post.warning", isolated(spoilerText, locale));
    }

    private LetterContent content(
            Locale locale,
            String key,
            String subject,
            String greeting,
            String lead,
            Told told,
            String link,
            List<String> notes,
            @Nullable String unsubscribe) {
        return new LetterContent(
                locale,
                title,
                subject,
                greeting,
                lead,
                told,
                say(locale, key + ".action"),
                link,
                say(locale, "letter.fallback"),
                notes,
                say(locale, "letter.footer", isolated(base.authority(), locale)),
                say(locale, "letter.stop"),
                unsubscribe);
    }

    private String greeting(Reader reader, Locale locale) {
        return say(locale, "letter.greeting", isolated(reader.name(), locale));
    }

    private Letter write(LetterContent content) {
        var context = new Context(content.locale(), Map.of("letter", content));
        return new Letter(
                content.subject(),
                tidy(templates.process("mail/letter.txt", context)),
                templates.process("mail/letter.html", context));
    }

    /** What a template leaves where it says nothing: blanks at ends of lines, empty lines in a row. */
    private static String tidy(String text) {
        String lines = text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return lines.replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }

    private static String date(Instant time, ZoneId zone, Locale locale) {
        return DATE.withLocale(locale).format(time.atZone(zone));
    }

    private static String isolated(String value, Locale locale) {
        return Isolation.of(value, locale);
    }

    /** @param values isolated each */
    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
