package io.microblog.search.query;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How many typos are forgiven: none in short words, where nearly each would be another word. */
final class Typos {

    private static final int LONG = 5;
    private static final int LONG_WITHOUT_VOWELS = 4;
    private static final int VERY_LONG = 7;

    /** Longer words are dear to compare, and nobody types them. */
    private static final int TOO_LONG = 40;

    /** More typos than are ever forgiven. */
    static final int FAR = Integer.MAX_VALUE;

    private static final int RUN_OF_CHARACTERS = 3;
    private static final int RUN_OF_CLUSTERS = 4;

    private static final Set<UnicodeScript> ALPHABETS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

    private Typos() {}

    /** Letters changed, added, left out or swapped. */
    static int in(String word) {
        int length = word.codePointCount(0, word.length());
        if (length > TOO_LONG) {
            return 0;
        }
        int least = ALPHABETS.contains(UnicodeScript.of(word.codePointAt(0))) ? LONG : LONG_WITHOUT_VOWELS;
        return (length >= least ? 1 : 0) + (length >= VERY_LONG ? 1 : 0);
    }

    /**
     * How many typos make one word of the other, by the same measure as the engine's; {@link #FAR} when they are more than
     * are forgiven in the first.
     */
    static int between(String word, String other) {
        int forgiven = in(word);
        int[] one = word.codePoints().toArray();
        int[] two = other.codePoints().toArray();
        if (Math.abs(one.length - two.length) > forgiven) {
            return FAR;
        }
        int typos = distance(one, two);
        return typos > forgiven || (typos > 1 && one[0] != two[0]) ? FAR : typos;
    }

    /** Optimal string alignment: letters changed, added, left out, and neighbours swapped. */
    private static int distance(int[] one, int[] two) {
        int[][] least = new int[one.length + 1][two.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= two.length; j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, i, j, one, two);
            }
        }
        return least[one.length][two.length];
    }

    private static int step(int[][] least, int i, int j, int[] one, int[] two) {
        int changed = least[i - 1][j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1];
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }

    /** How long a run of a script without blanks must be for one unit to be wrong. */
    static int shortestRun(List<String> units) {
        boolean characters = units.stream().allMatch(unit -> unit.length() == Character.charCount(unit.codePointAt(0)));
        return characters ? RUN_OF_CHARACTERS : RUN_OF_CLUSTERS;
    }
}
