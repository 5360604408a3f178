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
 * @param digest the words about digests: title, explanation
 * @param hours of the day, one of which is chosen
 * @param weekdays one of which is chosen
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
        List<String> digest,
        Row hours,
        Row weekdays,
        String save,
        String token) {

    /**
     * One thing to choose.
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
