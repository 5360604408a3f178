package io.microblog.notification.mail.writing;

import java.text.BreakIterator;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A post's words.
 *
 * @param content HTML
 * @param spoilerText content warning, may be empty
 * @param muted whether the reader wants to hear no more of its thread
 */
record PostContent(
        String content,
        @Nullable String spoilerText,
        @Nullable Boolean muted) {

    private static final int MAX_EXCERPT = 500;

    /** Whether the reader wants to hear no more of the thread. */
    boolean isMuted() {
        return Boolean.TRUE.equals(muted);
    }

    /** Whether the author put the text behind a warning. */
    boolean hasWarning() {
        return spoilerText != null && !spoilerText.isBlank();
    }

    /** The beginning of the text without markup; empty for a post without words. */
    String excerpt() {
        Document document = Jsoup.parseBodyFragment(content);
        document.select("script, style").remove();
        document.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        document.select("p, li, blockquote, pre, tr, h1, h2, h3, h4, h5, h6").forEach(block -> block.appendText("\n"));
        return shorten(document.body().wholeText().replaceAll("\n{3,}", "\n\n").strip());
    }

    /** Never cuts through a character, however many code points it has. */
    private static String shorten(String text) {
        if (text.length() <= MAX_EXCERPT) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(MAX_EXCERPT)).strip() + "…";
    }
}
