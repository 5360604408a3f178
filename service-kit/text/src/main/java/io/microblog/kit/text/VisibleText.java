package io.microblog.kit.text;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a reader sees of a text: the measure of every limit that people are told. */
public final class VisibleText {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** Spaces, controls and Unicode's Default_Ignorable_Code_Point, to which the fillers of Hangul belong; and Braille's blank. */
    private static final Pattern NOTHING = Pattern.compile(
            "[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\u034F\\u115F\\u1160\\u17B4\\u17B5"
                    + "\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]*+");

    private VisibleText() {}

    /** How many characters it has: grapheme clusters, so that an emoji of many parts is one. */
    public static int length(CharSequence text) {
        return (int) GRAPHEME.matcher(text).results().count();
    }

    /** How many bytes it takes, in UTF-8: what bounds a text of few characters that are made of very many marks. */
    public static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether there is nothing to see in it. */
    public static boolean isBlank(CharSequence text) {
        return NOTHING.matcher(text).matches();
    }
}
