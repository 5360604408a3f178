package io.microblog.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A piece of text that is compared as a whole: a word, or a run of a script that has no blanks between words.
 *
 * @param written as written, but of one width and composition
 * @param folded see {@link Folding}
 * @param kind which of them
 * @param joined whether nothing but a sign stands between this and the one before, as in {@code Wi-Fi}
 * @param start where it begins in the text, once that is of one width and composition
 */
record Segment(String written, String folded, Kind kind, boolean joined, int start) {

    /** What a segment is made of. */
    enum Kind {
        /** Letters and digits between blanks or signs. */
        WORD,
        /** Chinese characters and kana: each is a unit. */
        CHARACTERS,
        /** Thai and its kin: each cluster of a letter and its marks is a unit. */
        CLUSTERS
    }

    /** Longer ones are no words: nobody types them, and an engine refuses terms of many kilobytes. */
    static final int LONGEST_WORD = 60;

    private static final String UNBROKEN = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々〆";
    private static final String CLUSTERED = "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /** Scripts are looked up slowly; most letters are none of theirs, so that they are asked for last. */
    private static final Pattern SEGMENT = Pattern.compile("(?![\\x00-\\u02FF])(?:(?<characters>[" + UNBROKEN
            + "]+)|(?<clusters>[" + CLUSTERED
            + "]+))|(?<![\\p{L}\\p{N}])(?:\\p{IsLatin}{1,3}(?:\\+\\+|#)|\\.\\p{IsLatin}{3,})(?![\\p{L}+#])"
            + "|(?:[a-zA-Z0-9]++|[À-ÖØ-öø-ʯА-яЁё]++|(?![\\x00-\\x7F])[[\\p{L}\\p{N}\\p{M}]&&[^" + UNBROKEN + CLUSTERED
            + "]])++|(?![\\x00-\\x7F])\\p{IsEmoji_Presentation}");

    private static final Pattern JOINT = Pattern.compile("[\\p{P}\\p{S}\\u200C]{1,3}");

    static List<Segment> of(String text) {
        String normal = Folding.normal(text);
        List<Segment> segments = new ArrayList<>();
        int end = 0;
        for (MatchResult match : SEGMENT.matcher(normal).results().toList()) {
            String between = normal.substring(end, match.start());
            Kind kind = kind(match);
            String written = kind == Kind.WORD ? beginning(match.group()) : match.group();
            String folded = Folding.fold(written);
            if (!folded.isEmpty()) {
                segments.add(new Segment(
                        written, folded, kind, JOINT.matcher(between).matches(), match.start()));
                end = match.end();
            }
        }
        return segments;
    }

    private static String beginning(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD / 2));
    }

    private static Kind kind(MatchResult match) {
        if (match.group("characters") != null) {
            return Kind.CHARACTERS;
        }
        return match.group("clusters") != null ? Kind.CLUSTERS : Kind.WORD;
    }

    static final Pattern CLUSTER = Pattern.compile("\\X");

    /** The smallest parts that are compared. */
    List<String> units() {
        return switch (kind) {
            case WORD -> List.of(folded);
            case CHARACTERS -> folded.codePoints().mapToObj(Character::toString).toList();
            case CLUSTERS ->
                CLUSTER.matcher(folded).results().map(MatchResult::group).toList();
        };
    }

    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** {@code IceCream} is ice and cream. */
    List<String> humps() {
        String[] parts = HUMP.split(written);
        return parts.length < 2
                ? List.of()
                : List.of(parts).stream().map(Folding::fold).toList();
    }

    /** As it is written but for case; empty when folding changes nothing else. */
    Optional<String> accented() {
        return Optional.of(written.toLowerCase(Locale.ROOT)).filter(lower -> !lower.equals(folded));
    }

    private static final Pattern SIGNS = Pattern.compile("[+#.]");

    /** {@code C++} is a kind of c. */
    String withoutSigns() {
        return SIGNS.matcher(folded).replaceAll("");
    }
}
