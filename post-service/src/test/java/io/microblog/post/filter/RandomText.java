package io.microblog.post.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text of words in scripts with blanks between words and without, which knows its words. So it can say which keywords are
 * in it without looking for boundaries.
 */
record RandomText(List<Piece> pieces) {

    /** Latin, Cyrillic and Arabic; some are parts of others. */
    private static final List<String> PARTED =
            List.of("cat", "cats", "concatenate", "big", "снег", "снегопад", "حرب", "حربية", "سلام");

    /** Chinese, Japanese and Thai; some are parts of others. */
    private static final List<String> UNPARTED = List.of("雨", "大雨", "猫", "カレー", "ฝน", "ฝนตก", "วันนี้");

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final List<String> BETWEEN = List.of(" ", " ", ", ", "! ", "; ", " (", "... ");

    /**
     * A word and what follows it.
     *
     * @param word as the lists above have it
     * @param written in other cases, perhaps
     */
    record Piece(String word, String written, String after) {}

    static RandomText of(Random random) {
        var pieces = new ArrayList<Piece>();
        String word = word(random);
        for (int left = random.nextInt(6); left >= 0; left--) {
            String next = word(random);
            boolean glued = (UNPARTED.contains(word) || UNPARTED.contains(next)) && random.nextBoolean();
            String after = left == 0 ? "" : glued ? "" : BETWEEN.get(random.nextInt(BETWEEN.size()));
            String written = random.nextInt(3) == 0 ? word.toUpperCase(Locale.ROOT) : word;
            pieces.add(new Piece(word, written, after));
            word = next;
        }
        return new RandomText(List.copyOf(pieces));
    }

    /** A word, two of them, or a part of one. */
    static FilterKeyword keyword(Random random) {
        String word = word(random);
        String keyword = switch (random.nextInt(4)) {
            case 0 -> PARTED.get(random.nextInt(PARTED.size())) + " " + PARTED.get(random.nextInt(PARTED.size()));
            case 1 -> beginning(word, random);
            default -> word;
        };
        return new FilterKeyword("1", keyword, random.nextBoolean());
    }

    /** Some of a word's characters as people count them: no vowel is cut off from its consonant. */
    private static String beginning(String word, Random random) {
        List<String> characters =
                CHARACTER.matcher(word).results().map(MatchResult::group).toList();
        return String.join("", characters.subList(0, 1 + random.nextInt(characters.size())));
    }

    private static String word(Random random) {
        List<String> words = random.nextInt(3) == 0 ? UNPARTED : PARTED;
        return words.get(random.nextInt(words.size()));
    }

    /** As it is written. */
    String text() {
        return pieces.stream().map(piece -> piece.written() + piece.after()).collect(Collectors.joining());
    }

    /** Whole words are those that the text was made of, and whatever is written without blanks. */
    boolean has(FilterKeyword keyword) {
        String sought = keyword.keyword();
        boolean unparted = UNPARTED.stream().anyMatch(word -> word.contains(sought));
        return (keyword.wholeWord() && !unparted)
                ? phrases().anyMatch(sought::equals)
                : text().toLowerCase(Locale.ROOT).contains(sought);
    }

    private Stream<String> phrases() {
        var phrases = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            phrases.add(pieces.get(i).word());
            if (pieces.get(i).after().equals(" ") && i + 1 < pieces.size()) {
                phrases.add(pieces.get(i).word() + " " + pieces.get(i + 1).word());
            }
        }
        return phrases.stream();
    }
}
