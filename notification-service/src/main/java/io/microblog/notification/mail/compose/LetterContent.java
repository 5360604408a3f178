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
        @Nullable Message message) {

    /**
     * Something that was written for many.
     *
     * @param plain without markup
     * @param html sanitised
     */
    record Message(Locale locale, String plain, String html) {}

    LetterContent saying(Message words) {
        return new LetterContent(
                locale, server, subject, greeting, lead, quote, action, link, notes, footer, stop, unsubscribe, words);
    }

    /** One of its sentences for the HTML version. */
    public String html(String sentence) {
        return Isolation.asHtml(sentence);
    }
}
