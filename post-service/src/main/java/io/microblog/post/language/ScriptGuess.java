package io.microblog.post.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text from its script, where a script has only one language that many write. Latin, Cyrillic,
 * Arabic and Devanagari have several, so nothing is guessed for them.
 */
final class ScriptGuess {

    private static final Map<UnicodeScript, String> LANGUAGES = Map.ofEntries(
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.TIBETAN, "bo"));

    private ScriptGuess() {}

    /** ISO 639 code of the language in which most of the letters are, null when that is not certain. */
    static @Nullable String of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        mergeJapanese(letters);
        return letters.entrySet().stream()
                .filter(script -> script.getValue() * 2 > all)
                .flatMap(script -> Stream.ofNullable(LANGUAGES.get(script.getKey())))
                .findFirst()
                .orElse(null);
    }

    /** Japanese mixes three scripts, and Chinese uses only one of them. */
    private static void mergeJapanese(Map<UnicodeScript, Integer> letters) {
        int kana = take(letters, UnicodeScript.HIRAGANA) + take(letters, UnicodeScript.KATAKANA);
        if (kana > 0) {
            letters.put(UnicodeScript.HIRAGANA, kana + take(letters, UnicodeScript.HAN));
        }
    }

    private static int take(Map<UnicodeScript, Integer> letters, UnicodeScript script) {
        Integer count = letters.remove(script);
        return count == null ? 0 : count;
    }
}
