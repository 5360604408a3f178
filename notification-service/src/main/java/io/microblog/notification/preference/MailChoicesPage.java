package io.microblog.notification.preference;

import java.util.List;
import java.util.Locale;

import io.microblog.notification.language.Isolation;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all choices says, in the reader's language.
 *
 * @param server its name
 * @param outcome what became of what was sent, null when nothing was
 * @param quiet the words about quiet hours: title, explanation, beginning, end
 * @param from when quiet hours begin, empty for none
 * @param to when they are over
 * @param token names whom it is about
 */
record MailChoicesPage(
        Locale locale,
        String server,
        String title,
        String intro,
        @Nullable String outcome,
        List<Row> rows,
        List<String> quiet,
        String from,
        String to,
        String save,
        String token) {

    /**
     * One kind of mails.
     *
     * @param name of its field
     * @param options what one can choose
     */
    record Row(String name, String label, List<Option> options) {}

    /** One way to hear of a kind. */
    record Option(String value, String label, boolean chosen) {}

    /** One of its sentences as HTML. */
    public String html(String sentence) {
        return Isolation.asHtml(sentence);
    }
}
