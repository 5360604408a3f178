package io.microblog.kit.text;

import java.lang.Character.UnicodeScript;

/** The classes of characters that the text rules speak of. */
final class Characters {

    private static final int VARIATION_SELECTOR_16 = 0xFE0F;

    private Characters() {}

    /** Letters, marks, digits and connectors of any script; not the parts of a keycap emoji. */
    static boolean isWord(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.CONNECTOR_PUNCTUATION, Character.LETTER_NUMBER -> true;
            default -> Character.isLetter(c) || isMark(c);
        };
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.COMBINING_SPACING_MARK
                || (type == Character.NON_SPACING_MARK && c != VARIATION_SELECTOR_16);
    }

    static boolean isUsername(int c) {
        return isAsciiLetterOrDigit(c) || c == '_';
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static boolean isLatin(int c) {
        return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
    }

    /** The code point at {@code index}, or 0 past the end. */
    static int at(String text, int index) {
        return index < text.length() ? Character.codePointAt(text, index) : 0;
    }

    /** How many underscores stand right before {@code index}. */
    static int underscoresBefore(String text, int index) {
        int start = index;
        while (start > 0 && text.charAt(start - 1) == '_') {
            start--;
        }
        return index - start;
    }

    /** The code point before {@code index}, or 0 at the start. */
    static int before(String text, int index) {
        return index > 0 ? Character.codePointBefore(text, index) : 0;
    }
}
