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

    /** How long a run of a script without blanks must be for one unit to be wrong. */
    static int shortestRun(List<String> units) {
        boolean characters = units.stream().allMatch(unit -> unit.length() == Character.charCount(unit.codePointAt(0)));
        return characters ? RUN_OF_CHARACTERS : RUN_OF_CLUSTERS;
    }
}
