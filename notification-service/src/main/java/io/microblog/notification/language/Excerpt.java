package io.microblog.notification.mail.compose;

import java.text.BreakIterator;
import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** The beginning of what a post says, as plain text. */
final class Excerpt {

    private static final int MAX_LENGTH = 500;

    private Excerpt() {}

    /** The beginning of the text without markup; empty for a post without words. */
    static String of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("script, style").remove();
        document.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        document.select("p, li, blockquote, pre, tr, h1, h2, h3, h4, h5, h6").forEach(block -> block.appendText("\n"));
        return shorten(document.body().wholeText().replaceAll("\n{3,}", "\n\n").strip());
    }

    /** Never cuts through a character, however many code points it has. */
    private static String shorten(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(MAX_LENGTH)).strip() + "…";
    }
}
