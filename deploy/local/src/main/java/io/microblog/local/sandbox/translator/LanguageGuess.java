package io.microblog.local.sandbox.translator;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import static java.util.Comparator.comparingDouble;

/**
 * A guess at a text's language by its script and its commonest words; good for a dozen languages, and modest about it.
 *
 * @param score how sure, 0 to 1
 */
record LanguageGuess(String language, double score) {

    private static final Pattern NOT_PROSE = Pattern.compile("<[^>]*>|&\\w+;|https?://\\S+|[@#][\\p{L}\\p{N}_.@-]+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}']+");
    private static final LanguageGuess NONE = new LanguageGuess("en", 0);
    private static final double LATIN_WITHOUT_KNOWN_WORDS = 0.2;

    private static final Map<String, Set<String>> COMMON_WORDS = commonWords();

    static LanguageGuess of(String text) {
        var prose = NOT_PROSE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        var letters = prose.codePoints().filter(Character::isLetter).count();
        if (letters == 0) {
            return NONE;
        }
        var byScript = byScript(prose, letters);
        return byScript.score() > 0 ? byScript : byWords(prose);
    }

    private static LanguageGuess byScript(String text, long letters) {
        var japanese = share(text, letters, UnicodeScript.HIRAGANA) + share(text, letters, UnicodeScript.KATAKANA);
        var han = share(text, letters, UnicodeScript.HAN);
        if (han + japanese > 0.5) {
            return rounded(japanese > 0 ? "ja" : "zh-Hans", han + japanese);
        }
        for (var script : Script.values()) {
            var share = share(text, letters, script.script);
            if (share > 0.5) {
                return rounded(script.marks.matcher(text).find() ? script.marked : script.language, share);
            }
        }
        return NONE;
    }

    /** Scripts of their own, and the letters that tell two languages of one script apart. */
    private enum Script {
        CYRILLIC(UnicodeScript.CYRILLIC, "ru", "[іїєґ]", "uk"),
        ARABIC(UnicodeScript.ARABIC, "ar", "[پچژگ]", "fa"),
        HANGUL(UnicodeScript.HANGUL, "ko"),
        GREEK(UnicodeScript.GREEK, "el"),
        HEBREW(UnicodeScript.HEBREW, "he"),
        DEVANAGARI(UnicodeScript.DEVANAGARI, "hi"),
        THAI(UnicodeScript.THAI, "th");

        private final UnicodeScript script;
        private final String language;
        private final Pattern marks;
        private final String marked;

        Script(UnicodeScript script, String language) {
            this(script, language, "(?!)", language);
        }

        Script(UnicodeScript script, String language, String marks, String marked) {
            this.script = script;
            this.language = language;
            this.marks = Pattern.compile(marks);
            this.marked = marked;
        }
    }

    private static LanguageGuess byWords(String text) {
        var words = Arrays.stream(NO_LETTER.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
        return COMMON_WORDS.entrySet().stream()
                .map(entry -> new LanguageGuess(
                        entry.getKey(),
                        (double) words.stream()
                                        .filter(entry.getValue()::contains)
                                        .count()
                                / words.size()))
                .max(comparingDouble(LanguageGuess::score))
                .filter(best -> best.score() > 0)
                .map(best -> rounded(best.language(), Math.min(1, 0.4 + 1.5 * best.score())))
                .orElse(new LanguageGuess("en", LATIN_WITHOUT_KNOWN_WORDS));
    }

    private static double share(String text, long letters, UnicodeScript script) {
        return (double) text.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter -> UnicodeScript.of(letter) == script)
                        .count()
                / letters;
    }

    private static LanguageGuess rounded(String language, double score) {
        return new LanguageGuess(language, Math.round(score * 100) / 100.0);
    }

    private static Map<String, Set<String>> commonWords() {
        var words = new LinkedHashMap<String, Set<String>>();
        words.put(
                "en",
                words("the of and to is in it you that was for on are with his they this have from not hello what"));
        words.put("es", words("el la los las de que y en un una es por con para no se del lo como más pero hola está"));
        words.put("fr", words("le la les des et est un une du que qui dans pour pas ce sur avec je vous nous bonjour"));
        words.put(
                "de",
                words("der die das und ist nicht ein eine zu den mit von ich sie es auf für im dem auch hallo wie"));
        words.put("it", words("il la che di e un una per non con sono è del della gli le questo come ma ciao mi si"));
        words.put("pt", words("o a os as de que e um uma em não para com por do da no na você mais olá isso"));
        words.put("nl", words("de het een en van is dat niet te op aan met voor zijn ik je er maar ook hallo dit"));
        words.put("pl", words("nie to się w na z i że jest do jak ale tak co dla po od czy cześć są"));
        words.put("tr", words("bir ve bu da de için çok ne ama ben sen değil mi gibi var merhaba ile daha"));
        words.put("sv", words("och att det är en ett som på av för inte med den jag har till hej om"));
        return words;
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
