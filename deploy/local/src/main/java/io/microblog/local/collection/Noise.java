package io.microblog.local.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences of words that look like a language's and are none of the collection's: each letter is drawn by the one before
 * it. They lie as near to typos as real words do.
 */
final class Noise {

    private static final char END = '\n';

    private final Random random = new Random(18);
    private final Map<String, List<Character>> next = new HashMap<>();
    private final Set<String> known;

    Noise(List<String> texts, Set<String> taken) {
        known = Stream.concat(texts.stream(), taken.stream())
                .flatMap(Noise::words)
                .collect(Collectors.toSet());
        texts.stream().flatMap(Noise::words).filter(word -> word.length() > 2).forEach(this::learn);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"));
    }

    private void learn(String word) {
        String padded = " " + word + END;
        for (int i = 1; i < padded.length(); i++) {
            next.computeIfAbsent(padded.substring(i - 1, i), before -> new ArrayList<>())
                    .add(padded.charAt(i));
        }
    }

    String sentence() {
        return Stream.generate(this::word)
                .filter(word -> word.length() > 3 && word.length() < 16 && !known.contains(word))
                .limit(4 + random.nextInt(10))
                .collect(Collectors.joining(" "));
    }

    private String word() {
        StringBuilder word = new StringBuilder(" ");
        while (true) {
            List<Character> letters = next.getOrDefault(word.substring(word.length() - 1), List.of(END));
            char letter = letters.get(random.nextInt(letters.size()));
            if (letter == END) {
                return word.substring(1);
            }
            word.append(letter);
        }
    }
}
