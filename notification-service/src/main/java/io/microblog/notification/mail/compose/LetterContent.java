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
 * @param quote somebody's words, null when there are none
 * @param link where the one button leads
 * @param notes what else to know, below the button
 * @param unsubscribe the link that stops such mails, null where they cannot be stopped
 * @param message what the server says in words of its own, perhaps in another language; null for nothing
 * @param sections what it tells one by one
 */
record LetterContent(
        Locale locale,
        String server,
        String subject,
        String greeting,
        String lead,
        @Nullable String quote,
        String action,
        String link,
        List<String> notes,
        String footer,
        String stop,
        @Nullable String unsubscribe,
        @Nullable Message message,
        List<Section> sections) {

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

    LetterContent saying(Message words) {
        return new LetterContent(
                locale,
                server,
                subject,
                greeting,
                lead,
                quote,
                action,
                link,
                notes,
                footer,
                stop,
                unsubscribe,
                words,
                sections);
    }

    LetterContent telling(List<Section> things) {
        return new LetterContent(
                locale,
                server,
                subject,
                greeting,
                lead,
                quote,
                action,
                link,
                notes,
                footer,
                stop,
                unsubscribe,
                message,
                things);
    }

    /** One of its sentences for the HTML version. */
    public String html(String sentence) {
        return Isolation.asHtml(sentence);
    }
}
