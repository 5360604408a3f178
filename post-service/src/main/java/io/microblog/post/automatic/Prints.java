package io.microblog.post.automatic;

import java.util.Arrays;
import java.util.regex.Pattern;

import io.microblog.post.filter.FoldedText;

/**
 * Numbers that texts have in common when they say nearly the same (MinHash with bands, Broder 1997): of all runs of five
 * letters, each hash function keeps its least value, which two texts share as likely as they share runs. Two values
 * together are a print. Texts with nine runs of ten in common share three prints of six in 98 of 100 cases; with three of
 * ten, in one.
 */
final class Prints {

    /** How many a text has. */
    static final int COUNT = 6;

    /** How many of them texts share that say nearly the same. */
    static final int SHARED = 3;

    /** The longest time in which near-duplicates are counted. */
    static final int LONGEST_WINDOW_HOURS = 72;

    private static final int HASHES = 2 * COUNT;
    private static final int RUN = 5;

    /** Letters and digits; what says less says too little to be told from others. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 10_000;

    private static final int[] NONE = {};
    private static final Pattern NAMES_AND_ADDRESSES = Pattern.compile("https?://\\S+|@\\S+");

    private Prints() {}

    /**
     * The prints of a text, whoever is named in it and wherever it links to.
     *
     * @param spoilerText content warning, empty when there is none
     * @return six of them, or none for a text of fewer than 20 letters and digits
     */
    static int[] of(String spoilerText, String text) {
        String plain = NAMES_AND_ADDRESSES.matcher(spoilerText + " " + text).replaceAll(" ");
        int[] letters = FoldedText.of(plain)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .toArray();
        return letters.length < SHORTEST ? NONE : prints(leastHashes(letters));
    }

    private static long[] leastHashes(int[] letters) {
        var least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int start = 0; start + RUN <= letters.length; start++) {
            long run = 0;
            for (int i = start; i < start + RUN; i++) {
                run = run * 0x1F_FFFF + letters[i];
            }
            for (int hash = 0; hash < HASHES; hash++) {
                least[hash] = Math.min(least[hash], mixed(run + hash * 0x9E37_79B9_7F4A_7C15L));
            }
        }
        return least;
    }

    private static int[] prints(long[] least) {
        var prints = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            prints[i] = (int) mixed(least[2 * i] * 31 + least[2 * i + 1] + i);
        }
        return prints;
    }

    /** The finisher of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return twice ^ (twice >>> 31);
    }
}
