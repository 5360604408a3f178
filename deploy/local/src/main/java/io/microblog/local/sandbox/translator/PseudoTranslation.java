package io.microblog.local.sandbox.translator;

import java.util.regex.Pattern;

/**
 * Marks a text with the language asked for instead of translating it: {@code [es] Hello}; only what the demo says has been
 * translated beforehand. The same text gives the same result, and nothing that has to survive a translation (links,
 * mentions, hashtags, markup) is touched.
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
        return PreparedTranslations.find(text.strip(), language)
                .map(prepared -> spaceBefore(text) + prepared + spaceAfter(text))
                .orElseGet(() -> spaceBefore(text) + mark(language) + text.stripLeading());
    }

    /** Marks HTML once in each block, between the tags. */
    static String html(String html, String language) {
        return new MarkedHtml(html, language).toString();
    }

    /** Whether there is a word that a translation would change. */
    static boolean isTranslatable(String text) {
        return LETTER.matcher(KEPT.matcher(text).replaceAll("")).find();
    }

    static String spaceBefore(String text) {
        return text.substring(0, text.length() - text.stripLeading().length());
    }

    static String spaceAfter(String text) {
        return text.substring(text.stripTrailing().length());
    }

    static String mark(String language) {
        return "[" + language + "] ";
    }
}
