package io.microblog.notification.mail.compose;

import java.util.List;
import java.util.Locale;

import io.microblog.notification.language.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, in its language; the templates only arrange it. Everything here is plain text, in which foreign
 * words are isolated.
 *
 * @param server its name
 * @param link where the one button leads
 * @param fallback what introduces the same address in plain, for programs in which the button does nothing
 * @param notes what else to know, below the button
 * @param unsubscribe the link that stops such mails, null where they cannot be stopped
 */
record LetterContent(
        Locale locale,
        String server,
        String subject,
        String greeting,
        String lead,
        Told told,
        String action,
        String link,
        String fallback,
        List<String> notes,
        String footer,
        String stop,
        @Nullable String unsubscribe) {

    /**
     * What stands between the lead and the button.
     *
     * @param quote somebody's words, null when there are none
     * @param message what the server says in words of its own, perhaps in another language; null for nothing
     * @param sections what it tells one by one
     */
    record Told(@Nullable String quote, @Nullable Message message, List<Section> sections) {

        /** Nothing, for the lead says it all. */
        static final Told NOTHING = new Told(null, null, List.of());

        static Told quoting(@Nullable String words) {
            return new Told(words, null, List.of());
        }

        static Told saying(Message message) {
            return new Told(null, message, List.of());
        }

        static Told telling(List<Section> sections) {
            return new Told(null, null, sections);
        }
    }

    /**
     * Something that was written for many.
     *
     * @param plain without markup
     * @param html sanitised
     */
    record Message(Locale locale, String plain, String html) {}

    /**
     * One of several things.
     *
     * @param quote somebody's words, null when there are none
     * @param link to the page that shows it
     */
    record Entry(String lead, @Nullable String quote, String link) {}

    /**
     * What belongs together of several things.
     *
     * @param title null where there is but one section
     */
    record Section(@Nullable String title, List<Entry> entries) {}

    /** One of its sentences for the HTML version. */
    public String html(String sentence) {
        return Isolation.asHtml(sentence);
    }
}
