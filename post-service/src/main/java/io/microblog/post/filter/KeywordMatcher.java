package io.microblog.post.filter;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Finds a keyword in texts. A whole word has a boundary at either end, where its script has such: Chinese, Japanese, Thai
 * and others are written without blanks, and in Korean particles are glued to the end of a word.
 */
public final class KeywordMatcher {

    private static final int PROLONGED_SOUND = 0x30FC;

    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN,
            UnicodeScript.TAI_THAM,
            UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE);

    private final String keyword;
    private final boolean wholeWord;

    KeywordMatcher(FilterKeyword keyword) {
        this(keyword.keyword(), keyword.wholeWord());
    }

    /**
     * @param keyword a word or a phrase
     * @param wholeWord whether it counts only where it stands for itself
     */
    public KeywordMatcher(String keyword, boolean wholeWord) {
        this.keyword = FoldedText.of(keyword);
        this.wholeWord = wholeWord;
    }

    /**
     * Whether the keyword is there.
     *
     * @param text folded
     */
    public boolean isIn(String text) {
        for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
            if (!wholeWord || isWhole(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(String text, int start) {
        int end = start + keyword.length();
        boolean begins = start == 0 || !joins(text.codePointBefore(start), keyword.codePointAt(0));
        return begins
                && (end == text.length() || !goesOn(keyword.codePointBefore(keyword.length()), text.codePointAt(end)));
    }

    /** Whether what follows belongs to the same word. */
    private static boolean goesOn(int last, int next) {
        return isMark(next) || (joins(last, next) && UnicodeScript.of(last) != UnicodeScript.HANGUL);
    }

    /** Whether there is no boundary between two characters. */
    private static boolean joins(int left, int right) {
        return isOfWords(left) && isOfWords(right);
    }

    /** Letters, digits and marks of scripts that part words by blanks. */
    private static boolean isOfWords(int c) {
        boolean ofWord = Character.isLetterOrDigit(c) || isMark(c) || c == '_';
        return ofWord && c != PROLONGED_SOUND && !WITHOUT_BLANKS.contains(UnicodeScript.of(c));
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
