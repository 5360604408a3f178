package io.microblog.search.analysis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/**
 * Makes letters equal that people hold equal: case, accents, widths, kinds of i, of Arabic letters, of kana, of Chinese
 * characters. What is folded is compared and never shown.
 */
final class Folding {

    /** Accents, harakat, Hebrew points and nuktas. The other marks, such as vowels of Indic scripts, tell words apart. */
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05C7\\u0610-\\u061A\\u064B-\\u065F"
            + "\\u0670\\u06D6-\\u06ED\\u093C\\u09BC\\u0A3C\\u0ABC\\u0B3C\\u0CBC\\u20D0-\\u20F0]");

    /** Tatweel, the sign of long vowels in katakana, and characters without looks of their own. */
    private static final Pattern SILENT = Pattern.compile("[\\u0640\\u30FC\\p{Cf}\\uFE00-\\uFE0F]");

    /** Most texts and nearly all stems: nothing but case is to be folded. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x5F\\x61-\\x7E]*+");

    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ‛′`´]");

    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        equal("ß", "ss", "ẞ", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ħ", "h");
        equal("ı", "i", "ŋ", "n", "ə", "e", "ƒ", "f", "ς", "σ");
        equal("ґ", "г", "є", "е", "ў", "у");
        equal("ي", "ی", "ى", "ی", "ك", "ک", "أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ة", "ه", "ۀ", "ه", "ؤ", "و");
        equal("ئ", "ی", "ە", "ه", "ھ", "ه");
        Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
        for (int han = 0x4E00; han <= 0x9FFF; han++) {
            String letter = Character.toString(han);
            String simple = simplified.transliterate(letter);
            if (!simple.equals(letter)) {
                LETTERS.put(han, simple);
            }
        }
        for (int katakana = 0x30A1; katakana <= 0x30F6; katakana++) {
            LETTERS.put(katakana, Character.toString(katakana - 0x60));
        }
        // Newer simplifications of Japan.
        equal("図", "图", "駅", "驿", "気", "气", "広", "广", "沢", "泽", "桜", "樱", "辺", "边", "斉", "齐", "浜", "滨");
    }

    private Folding() {}

    private static void equal(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            LETTERS.put(pairs[i].codePointAt(0), pairs[i + 1]);
        }
    }

    /** The form in which equal texts are equal. Folding it again changes nothing. */
    static String fold(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        String lower = normal(text).toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        String composed = Normalizer.normalize(SILENT.matcher(bare).replaceAll(""), Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> folded.append(LETTERS.getOrDefault(letter, digit(letter))));
        return folded.toString();
    }

    /** One width, one way to compose, one apostrophe. */
    static String normal(String text) {
        return APOSTROPHES
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("'");
    }

    private static String digit(int letter) {
        return Character.isDigit(letter) ? Integer.toString(Character.digit(letter, 10)) : Character.toString(letter);
    }
}
