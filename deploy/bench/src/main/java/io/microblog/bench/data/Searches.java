package io.microblog.bench.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people type who look for posts of the data: a word or two of what somebody said, in any of the languages. */
public final class Searches {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int SHORTEST = 4;

    /** Of scripts without blanks, where a word ends is not known here. */
    private static final int LONGEST = 12;

    private Searches() {}

    /** So many of them; the same seed gives the same. */
    public static List<String> of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5EA2C4L);
        Texts texts = new Texts(seed, "");
        return Stream.generate(() ->
                        words(texts.of(random.nextInt(Scale.FULL.posts())).source(), random))
                .filter(words -> !words.isEmpty())
                .limit(count)
                .toList();
    }

    private static String words(String text, SplittableRandom random) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        int first = random.nextInt(words.size());
        return String.join(" ", words.subList(first, Math.min(words.size(), first + 1 + random.nextInt(2))));
    }
}
