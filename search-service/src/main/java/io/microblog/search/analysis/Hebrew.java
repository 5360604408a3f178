package io.microblog.search.analysis;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Cuts endings off Hebrew words, and the letters that are written as one with the word which follows: and, the, in, as, to, from, that. */
final class Hebrew {

    private static final UnaryOperator<String> ENDINGS = Endings.of(3, "יות יים ים ות יה ית ה י");

    private static final Pattern PREFIX = Pattern.compile("^[הובכלמש](?=.{3})");

    private static final int MOST_PREFIXES = 3;

    private static final String FINAL = "ךםןףץ";
    private static final String WITHIN = "כמנפצ";

    private Hebrew() {}

    /** Without its ending. */
    static String stem(String word) {
        return within(ENDINGS.apply(single(word)));
    }

    /** Without its ending and what is written as one with it. Now and then a letter of the word itself goes too. */
    static String root(String word) {
        String root = stem(word);
        for (int n = 0; n < MOST_PREFIXES; n++) {
            root = PREFIX.matcher(root).replaceFirst("");
        }
        return root;
    }

    /** Vowels are written once or twice, as people like. */
    private static String single(String word) {
        return word.replace("יי", "י").replace("וו", "ו");
    }

    /** The form that the last letter has within words. */
    private static String within(String word) {
        int form = word.isEmpty() ? -1 : FINAL.indexOf(word.charAt(word.length() - 1));
        return form < 0 ? word : word.substring(0, word.length() - 1) + WITHIN.charAt(form);
    }
}
