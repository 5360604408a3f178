package io.microblog.local.sandbox.translator;

import java.util.regex.Pattern;

/**
 * Marks a text with the language asked for instead of translating it: {@code [es] Hello}. The same text gives the same
 * result, and nothing that has to survive a translation (links, mentions, hashtags, markup) is touched.
 */
final class PseudoTranslation {

    /** What a translation leaves alone: links, mentions, hashtags, character references. */
    private static final Pattern KEPT = Pattern.compile("https?://\\S+|[@#][\\p{L}\\p{N}_.@-]+|&#?\\w+;");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private PseudoTranslation() {}

    /** Marks plain text at its start, after leading white space. */
    static String plain(String text, String language) {
        if (!isTranslatable(text)) {
            return text;
        }
        var start = text.length() - text.stripLeading().length();
        return text.substring(0, start) + mark(language) + text.substring(start);
    }

    /** Marks HTML once in each block, between the tags. */
    static String html(String html, String language) {
        return new MarkedHtml(html, mark(language)).toString();
    }

    /** Whether there is a word that a translation would change. */
    static boolean isTranslatable(String text) {
        return LETTER.matcher(KEPT.matcher(text).replaceAll("")).find();
    }

    private static String mark(String language) {
        return "[" + language + "] ";
    }
}
