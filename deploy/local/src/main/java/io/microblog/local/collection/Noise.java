package io.microblog.local.collection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences of one language about other things than the collection's: of words that have nothing to do with it, of some that
 * only look like its words, and of made-up ones, each letter of which is drawn by the one before it. So there are words one
 * or two letters, an ending or a syllable away from what is asked for, but none that is asked for.
 */
final class Noise {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Arabic writes it as one with the word. */
    private static final String ARTICLE = "ال";

    private static final char END = '\n';
    private static final int SHORTEST = 4;
    private static final int LONGEST = 15;

    /** One word in so many is one that looks like the collection's, and one in so many is made up. */
    private static final int NEAR = 6;

    private static final int MADE_UP = 4;

    private static final Set<String> WITHOUT_BLANKS = Set.of("ja", "th", "zh");

    private static final Map<String, List<String>> LINKS = Map.of(
            "ja", List.of("の", "と", "が", "を", "に", "は"),
            "zh", List.of("的", "和", "在", "有"),
            "th", List.of("และ", "ที่"));

    private final Random random = new Random(18);
    private final Map<Character, List<Character>> next = new HashMap<>();
    private final String language;
    private final List<String> words;
    private final List<String> near;
    private final Set<String> asked;

    /**
     * @param words about other things
     * @param near that look like the collection's
     * @param asked what is looked for and found in the collection, which noise must not say
     */
    Noise(String language, List<String> words, List<String> near, Set<String> asked) {
        this.language = language;
        this.words = words;
        this.near = near;
        this.asked = asked.stream()
                .map(Noise::bare)
                .flatMap(word -> Stream.of(word, word.startsWith(ARTICLE) ? word.substring(ARTICLE.length()) : word))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
        Stream.of(words, near)
                .flatMap(List::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(this::learn);
    }

    /** The words of a text, as they are written. */
    static Stream<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}]+")).filter(word -> !word.isEmpty());
    }

    /** In lower case, without accents. */
    private static String bare(String word) {
        return MARKS.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ł', 'l')
                .replace('ı', 'i');
    }

    private void learn(String word) {
        String padded = " " + word + END;
        for (int i = 1; i < padded.length(); i++) {
            next.computeIfAbsent(padded.charAt(i - 1), before -> new ArrayList<>())
                    .add(padded.charAt(i));
        }
    }

    String sentence() {
        int length = 4 + random.nextInt(10);
        List<String> said = new ArrayList<>();
        while (said.size() < length) {
            said.add(word());
            if (WITHOUT_BLANKS.contains(language) && random.nextBoolean()) {
                said.add(any(LINKS.getOrDefault(language, List.of(""))));
            }
        }
        return String.join(WITHOUT_BLANKS.contains(language) ? "" : " ", said);
    }

    private String word() {
        if (random.nextInt(NEAR) == 0) {
            return any(near);
        }
        boolean madeUp = !WITHOUT_BLANKS.contains(language) && random.nextInt(MADE_UP) == 0;
        return madeUp ? madeUpWord() : any(words);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String madeUpWord() {
        String word = letters();
        while (word.length() < SHORTEST || word.length() > LONGEST || isAsked(word)) {
            word = letters();
        }
        return word;
    }

    private String letters() {
        StringBuilder word = new StringBuilder();
        char letter = letterAfter(' ');
        while (letter != END) {
            word.append(letter);
            letter = letterAfter(letter);
        }
        return word.toString();
    }

    private char letterAfter(char before) {
        List<Character> letters = next.getOrDefault(before, List.of(END));
        return letters.get(random.nextInt(letters.size()));
    }

    /** Whether it might be a form of a word that is asked for, or have one inside. */
    private boolean isAsked(String word) {
        String bare = bare(word);
        return asked.stream()
                .anyMatch(other -> bare.contains(other)
                        || sameBeginning(bare, other) >= Math.max(3, Math.min(bare.length(), other.length()) - 2));
    }

    private static int sameBeginning(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
