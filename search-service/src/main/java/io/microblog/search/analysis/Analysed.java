package io.microblog.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * What a text is found by. Every field holds terms that are compared as they are, so an engine needs no analysis of its own
 * and each kind of query decides how much a match in it is worth.
 *
 * @param words all words in their order, folded, between blanks; of scripts without blanks each unit
 * @param joined what stands together, written as one: {@code wifi} for Wi-Fi; and parts of words written as one
 * @param written words that folding changes, as they are written but for case: tones and accents tell words apart
 * @param stems by the text's language and under its name, since equal stems of two languages are seldom one word; of
 *     scripts without blanks what {@link Unbroken} finds
 * @param roots stronger stems, see {@link Stems}
 * @param ends words of languages with compounds, backwards, so that their last part is a beginning
 * @param sounds how Chinese characters are said
 */
public record Analysed(
        String words,
        Set<String> joined,
        Set<String> written,
        Set<String> stems,
        Set<String> roots,
        Set<String> ends,
        String sounds) {

    /** To be raised when the same text is analysed in another way: the indices are then rebuilt. */
    public static final int VERSION = 3;

    private static final int MOST_LATELY = 20_000;

    /** What words are found by, of those that texts had lately: most of a text's words are in others, too. */
    private static final Cache<Written, Analysed> LATELY =
            Caffeine.newBuilder().maximumSize(MOST_LATELY).build();

    private static final int LONGEST_PAIR = 24;
    private static final int SHORTEST_COMPOUND = 7;
    private static final int SHORTEST_COMPOUND_IN_HANGUL = 3;

    /** @param language as {@link Stems} names it */
    private record Written(String word, @Nullable String language) {}

    /**
     * A text, whole.
     *
     * @param tag the language that it is written in, null when unknown
     */
    public static Analysed of(String text, @Nullable String tag) {
        List<Segment> segments = Segment.of(text);
        String language = Stems.language(tag);
        Set<String> stems = segments.stream()
                .flatMap(segment -> Unbroken.terms(segment).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> roots = new LinkedHashSet<>();
        Set<String> ends = new LinkedHashSet<>();
        if (language != null) {
            segments.stream()
                    .filter(Analysed::isWord)
                    .map(word -> of(word, language))
                    .forEach(word -> {
                        stems.addAll(word.stems());
                        roots.addAll(word.roots());
                        ends.addAll(word.ends());
                    });
        }
        return new Analysed(
                String.join(
                        " ", segments.stream().flatMap(s -> s.units().stream()).toList()),
                joined(segments),
                segments.stream().flatMap(Analysed::written).collect(Collectors.toSet()),
                stems,
                roots,
                ends,
                String.join(
                        " ",
                        segments.stream()
                                .flatMap(s -> Unbroken.sounds(s).stream())
                                .toList()));
    }

    /**
     * A word alone.
     *
     * @param language as {@link Stems} names it, null when unknown
     */
    static Analysed of(Segment word, @Nullable String language) {
        return LATELY.get(new Written(word.written(), language), _ -> analyse(word, language));
    }

    private static Analysed analyse(Segment word, @Nullable String language) {
        Set<String> joined = new LinkedHashSet<>(word.humps());
        joined.add(word.withoutSigns());
        if (language == null) {
            return new Analysed(word.folded(), joined, Set.of(), Set.of(), Set.of(), Set.of(), "");
        }
        Set<String> light = Stems.light(word, language);
        Set<String> stems = new LinkedHashSet<>(under(language, light));
        stems.addAll(under(language, Verbs.stems(word, language)));
        return new Analysed(
                word.folded(),
                joined,
                Set.of(),
                stems,
                Set.copyOf(under(language, Stems.strong(word, language))),
                ends(word, light, language),
                "");
    }

    /** Of a long word of a language with compounds. */
    private static Set<String> ends(Segment word, Set<String> light, String language) {
        return Stems.isCompounding(language) && isLong(word)
                ? Stream.concat(light.stream(), Stream.of(word.folded()))
                        .map(Analysed::backwards)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Stream<String> written(Segment segment) {
        return isWord(segment) ? segment.accented().stream() : Stream.empty();
    }

    static List<String> under(String language, Set<String> stems) {
        return stems.stream().map(stem -> language + ":" + stem).toList();
    }

    static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    private static boolean isWord(Segment segment) {
        return segment.kind() == Segment.Kind.WORD;
    }

    private static boolean isLong(Segment word) {
        int letter = word.folded().codePointAt(0);
        return word.folded().length()
                >= (Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL
                        ? SHORTEST_COMPOUND_IN_HANGUL
                        : SHORTEST_COMPOUND);
    }

    private static Set<String> joined(List<Segment> segments) {
        Set<String> joined = new LinkedHashSet<>();
        List<Segment> chain = new ArrayList<>();
        for (Segment segment : segments) {
            if (!segment.joined()) {
                addChain(joined, chain);
                chain.clear();
            }
            chain.add(segment);
            joined.addAll(segment.humps());
            joined.add(segment.withoutSigns());
        }
        addChain(joined, chain);
        for (int i = 1; i < segments.size(); i++) {
            String pair = segments.get(i - 1).folded() + segments.get(i).folded();
            if (isWord(segments.get(i - 1)) && isWord(segments.get(i)) && pair.length() <= LONGEST_PAIR) {
                joined.add(pair);
            }
        }
        segments.forEach(segment -> joined.remove(segment.folded()));
        joined.remove("");
        return joined;
    }

    private static void addChain(Set<String> joined, List<Segment> chain) {
        String whole = String.join("", chain.stream().map(Segment::folded).toList());
        if (chain.size() > 2 && whole.length() <= Segment.LONGEST_WORD) {
            joined.add(whole);
        }
    }
}
