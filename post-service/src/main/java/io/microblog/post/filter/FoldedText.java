package io.microblog.post.filter;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in which letters that people hold equal are equal: upper and lower case, full width, the dotless i. */
public final class FoldedText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private FoldedText() {}

    /** A text of one line. */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i")
                .replace('ς', 'σ')
                .replace('’', '\'');
        return BLANKS.matcher(folded).replaceAll(" ").strip();
    }

    /** A line for each text, so that no phrase goes from one to the next. */
    public static String of(Collection<String> texts) {
        return texts.stream().map(FoldedText::of).collect(Collectors.joining("\n"));
    }
}
