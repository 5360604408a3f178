package io.microblog.search.query;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * How many terms the engine makes of a text, at least as many as it does. Each becomes a clause in each field that is
 * asked, and an engine refuses more than it has memory for: 1,024 with the smallest heap. So the wider a question is, the
 * fewer terms it may have.
 *
 * @see <a href="https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/search-settings">indices.query.bool.max_clause_count</a>
 */
final class Terms {

    /** Times some thirty languages, and room for the rest. */
    static final int IN_ALL_LANGUAGES = 24;

    /** Times thirty spellings and some thirty languages. More words hardly hold a typo that matters. */
    static final int WITH_TYPOS = 12;

    /** Scripts without blanks, of which each character or pair of characters is a term. */
    private static final Set<UnicodeScript> DENSE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);

    private static final int FIRST_SYMBOL = 0x2000;

    private Terms() {}

    static int in(String text) {
        int terms = 0;
        boolean inWord = false;
        for (int character : text.codePoints().toArray()) {
            boolean alone = standsAlone(character);
            boolean letter = !alone && isPartOfWord(character);
            terms += alone || (letter && !inWord) ? 1 : 0;
            inWord = letter;
        }
        return terms;
    }

    /** Whether the text is of a script without blanks. */
    static boolean areDense(String text) {
        return text.codePoints().anyMatch(character -> DENSE.contains(UnicodeScript.of(character)));
    }

    private static boolean standsAlone(int character) {
        return DENSE.contains(UnicodeScript.of(character))
                || (character >= FIRST_SYMBOL
                        && !isPartOfWord(character)
                        && !Character.isWhitespace(character)
                        && Character.getType(character) != Character.FORMAT);
    }

    private static boolean isPartOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }
}
