package io.microblog.post.card;

import io.microblog.kit.text.SourceText;
import org.jsoup.Jsoup;

/** Makes texts of strangers fit for a card: one line without markup, controls or overrides, of a bounded length. */
final class CardText {

    private static final int TITLE = 300;
    private static final int DESCRIPTION = 800;
    private static final int NAME = 100;

    private CardText() {}

    static String title(String text) {
        return line(text, TITLE);
    }

    static String description(String text) {
        return line(text, DESCRIPTION);
    }

    static String name(String text) {
        return line(text, NAME);
    }

    /** Cut before the parsing already: a page may hold a megabyte of it. */
    private static String line(String text, int most) {
        String some = cut(text.stripLeading(), 4 * most);
        String plain =
                some.indexOf('<') < 0 ? some : Jsoup.parseBodyFragment(some).text();
        String line = SourceText.clean(plain).replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : cut(line, most - 1).stripTrailing() + "…";
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
