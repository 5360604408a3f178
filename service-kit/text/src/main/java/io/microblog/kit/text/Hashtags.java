package io.microblog.kit.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of hashtags: letters, marks and digits of any script with at least one letter or an inner separator.
 *
 * <p>They follow Mastodon's {@code Tag::HASHTAG_NAME_RE}, widened by the joiners and word separators that Indic, Hebrew
 * and Tibetan spelling needs.
 */
public final class Hashtags {

    /** Longer names are not hashtags, so that a name always fits an index. In UTF-16 units. */
    static final int MAX_LENGTH = 200;

    /** Some ligatures become many letters. In UTF-16 units. */
    private static final int MAX_NORMAL_LENGTH = 2 * MAX_LENGTH;

    private static final String DOTTED_I = "i\u0307";

    private static final String SEPARATORS = "_\u00B7\u30FB\uFF65\u200C\u200D\u05F3\u05F4\u0F0B";

    private Hashtags() {}

    /**
     * The form under which a hashtag is stored and looked up, equal for all spellings that differ in case, in whatever
     * language: NFKC, folded. The German sharp s is ss, both Greek sigmas are one, and so are all kinds of i, since Turkish
     * and English disagree about which are the capitals of which.
     *
     * @param name with or without the hash sign
     * @return empty when this is no hashtag
     */
    public static Optional<String> normalise(String name) {
        String bare = withoutSign(name);
        return !bare.isEmpty() && end(bare, 0) == bare.length() ? Optional.of(normalForm(bare)) : Optional.empty();
    }

    /** The name as it is written. */
    public static String withoutSign(String name) {
        return isSign(Characters.at(name, 0)) ? name.substring(1) : name;
    }

    private static boolean isSign(int c) {
        return c == '#' || c == '＃';
    }

    /** Normalises what is known to be a name. */
    static String normalForm(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String folded =
                composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded.replace(DOTTED_I, "i"), Normalizer.Form.NFKC)
                .replace(" ", "");
    }

    /** Where the name that starts at {@code start} ends, or {@code start} when there is none. */
    static int end(String text, int start) {
        int first = Characters.at(text, start);
        if (!Characters.isWord(first) || Characters.isMark(first)) {
            return start;
        }
        int end = start;
        while (Characters.isWord(Characters.at(text, end)) || isSeparator(Characters.at(text, end))) {
            end += Character.charCount(Characters.at(text, end));
        }
        while (isSeparator(text.charAt(end - 1)) && text.charAt(end - 1) != '_') {
            end--;
        }
        return end - start <= MAX_LENGTH && isName(text.substring(start, end)) ? end : start;
    }

    private static boolean isName(String run) {
        return hasName(run) && normalForm(run).length() <= MAX_NORMAL_LENGTH;
    }

    private static boolean hasName(String run) {
        return run.codePoints().anyMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.LETTER_NUMBER)
                || hasInnerSeparator(run);
    }

    private static boolean hasInnerSeparator(String run) {
        return Character.isDigit(run.charAt(0))
                && Character.isDigit(run.charAt(run.length() - 1))
                && run.chars().anyMatch(Hashtags::isSeparator);
    }

    private static boolean isSeparator(int c) {
        return c != 0 && SEPARATORS.indexOf(c) >= 0;
    }
}
