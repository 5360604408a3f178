package io.microblog.notification.preference;

import java.util.Locale;

import io.microblog.notification.language.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * What the page says, in the reader's language.
 *
 * @param server its name
 * @param button what the one button does, null when there is nothing to do
 * @param resumes whether the button takes the stop back instead of making it
 * @param token names whom and what it is about; empty when there is nobody
 * @param choices the words of the link to all choices of the person
 */
record UnsubscribePage(
        Locale locale,
        String server,
        String title,
        String text,
        @Nullable String button,
        boolean resumes,
        String token,
        String choices) {

    /** The text as HTML. */
    public String html() {
        return Isolation.asHtml(text);
    }
}
