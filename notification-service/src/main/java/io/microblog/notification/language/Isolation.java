package io.microblog.notification.language;

import java.text.Bidi;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Keeps names, handles and addresses from turning round the sentence that they stand in, and from being turned round by
 * it (Unicode Standard Annex 9). In plain text that is done by two invisible characters, in HTML by {@code bdi}.
 */
public final class Isolation {

    private static final String BEGIN = "\u2068"; // first strong isolate
    private static final String END = "\u2069"; // pop directional isolate
    private static final Pattern CONTROLS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private Isolation() {}

    /**
     * A value for a sentence of a language, isolated where its direction may be another one.
     *
     * @param value without what it may have of such characters itself, lest it break out
     */
    public static String of(String value, Locale locale) {
        String plain = CONTROLS.matcher(value).replaceAll("");
        return isRightToLeft(locale) || Bidi.requiresBidi(plain.toCharArray(), 0, plain.length())
                ? BEGIN + plain + END
                : plain;
    }

    /** A sentence with isolated values as HTML, escaped. */
    public static String asHtml(String sentence) {
        return HtmlUtils.htmlEscape(sentence, "UTF-8").replace(BEGIN, "<bdi>").replace(END, "</bdi>");
    }

    /** Whether a language is written from the right. */
    static boolean isRightToLeft(Locale locale) {
        return locale.getLanguage().equals("ar");
    }
}
