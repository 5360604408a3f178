package io.microblog.notification.mail.compose;

import java.util.function.Function;

import io.microblog.notification.language.Isolation;
import io.microblog.notification.mail.compose.Letters.Reader;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter to many, written once for all who read it in one language: its copies differ by their greeting and by the link
 * that stops such letters.
 */
final class CircularLetter {

    private final String subject;
    private final Pieces text;
    private final Pieces html;
    private final Function<Reader, String> greetings;

    /**
     * @param pattern the letter with marks in the places where copies differ
     * @param greetings how each reader is greeted
     */
    CircularLetter(Letter pattern, String greetingMark, String stopMark, Function<Reader, String> greetings) {
        this.subject = pattern.subject();
        this.text = Pieces.of(pattern.text(), greetingMark, stopMark);
        this.html = Pieces.of(pattern.html(), greetingMark, stopMark);
        this.greetings = greetings;
    }

    /**
     * The copy of one reader.
     *
     * @param unsubscribe the link that stops such letters
     */
    Letter to(Reader reader, String unsubscribe) {
        String greeting = greetings.apply(reader);
        return new Letter(
                subject,
                text.with(greeting, unsubscribe),
                html.with(Isolation.asHtml(greeting), HtmlUtils.htmlEscape(unsubscribe, "UTF-8")));
    }
}
