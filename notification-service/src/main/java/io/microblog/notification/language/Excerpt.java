package io.microblog.notification.language;

import java.text.BreakIterator;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** The beginning of what somebody says, as plain text. */
public final class Excerpt {

    private Excerpt() {}

    /**
     * The beginning of the text without markup; empty for a post without words.
     *
     * @param maxLength in UTF-16 code units, without the ellipsis
     */
    public static String of(String html, int maxLength) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("script, style").remove();
        document.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        document.select("p, li, blockquote, pre, tr, h1, h2, h3, h4, h5, h6").forEach(block -> block.appendText("\n"));
        return shorten(document.body().wholeText().replaceAll("\n{3,}", "\n\n").strip(), maxLength);
    }

    /** Never cuts through a character, however many code points it has. */
    public static String shorten(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(maxLength)).strip() + "…";
    }
}
