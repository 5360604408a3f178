package io.microblog.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A part of a query, with all that may stand for it in a text. */
public sealed interface QueryPart {

    /** How it is compared when exactly. */
    List<String> units();

    /** Whether a text may do without it when it has the others. */
    boolean optional();

    /**
     * A word between blanks or signs.
     *
     * @param word folded
     * @param written as written but for case; empty when folding changes nothing
     * @param joined with its neighbours, as one
     * @param likely those of the reader's languages that it may be of; empty when it may be of any
     * @param stems in each language that it may be of, under the language's name
     * @param roots stronger stems, in the likely languages
     * @param cores the stems in the likely languages, which are sought with typos
     * @param ends its stems backwards, where it may be the end of a compound
     * @param optional whether it is one of the words that every text of some language has
     */
    record Word(
            String word,
            Optional<String> written,
            Set<String> joined,
            List<String> likely,
            Set<String> stems,
            Set<String> roots,
            Set<String> cores,
            Set<String> ends,
            boolean optional)
            implements QueryPart {

        @Override
        public List<String> units() {
            return List.of(word);
        }
    }

    /**
     * A run of a script without blanks.
     *
     * @param units characters or clusters of letter and marks
     * @param words the words in it by a dictionary, each by its units
     * @param inflected what stands before endings in kana, see {@link #inflected(List)}
     * @param sounds how it is said
     */
    record Run(List<String> units, List<List<String>> words, Set<String> inflected, List<String> sounds)
            implements QueryPart {

        @Override
        public boolean optional() {
            return false;
        }
    }

    /** Beyond this, a query says more than anybody reads; it bounds what the engine is asked. */
    int MOST = 24;

    /** Longest run of units. */
    int LONGEST_RUN = 100;

    /** How many stems of one word at most are sought with typos. */
    int MOST_CORES = 6;

    /**
     * The parts of a query, of which the first {@link #MOST} count.
     *
     * @param languages ISO 639 codes of the languages that are likely for its author, the likeliest first
     */
    static List<QueryPart> of(String query, List<String> languages) {
        List<Segment> segments = Segment.of(query).stream().limit(MOST).toList();
        List<QueryPart> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            parts.add(segment.kind() == Segment.Kind.WORD ? word(segments, i, languages) : run(segment));
        }
        return parts.stream().allMatch(QueryPart::optional)
                ? parts.stream().map(QueryPart::required).toList()
                : parts;
    }

    private static QueryPart required(QueryPart part) {
        return part instanceof Word w
                ? new Word(
                        w.word(), w.written(), w.joined(), w.likely(), w.stems(), w.roots(), w.cores(), w.ends(), false)
                : part;
    }

    private static Word word(List<Segment> segments, int index, List<String> readers) {
        Segment segment = segments.get(index);
        List<String> likely = Stems.likely(segment.folded(), readers);
        Set<String> own =
                likely.stream().map(Stems::language).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> languages = new LinkedHashSet<>(own);
        languages.addAll(Stems.languagesOf(segment.folded()));
        Set<String> stems = new LinkedHashSet<>();
        Set<String> roots = new LinkedHashSet<>();
        Set<String> cores = new LinkedHashSet<>();
        Set<String> ends = new LinkedHashSet<>();
        for (String language : languages) {
            Set<String> light = Stems.light(segment, language);
            stems.addAll(Analysed.under(language, light));
            stems.addAll(Analysed.under(language, Verbs.stems(segment, language)));
            if (likely.isEmpty() || own.contains(language)) {
                cores.addAll(Analysed.under(language, light));
                roots.addAll(Analysed.under(language, Stems.strong(segment, language)));
            }
            if (Stems.isCompounding(language)) {
                light.stream().map(Analysed::backwards).forEach(ends::add);
            }
        }
        return new Word(
                segment.folded(),
                segment.accented(),
                joined(segments, index),
                likely,
                stems,
                roots,
                cores.stream().limit(MOST_CORES).collect(Collectors.toCollection(LinkedHashSet::new)),
                ends,
                StopWords.contain(segment.folded()));
    }

    private static Set<String> joined(List<Segment> segments, int index) {
        Set<String> joined = new LinkedHashSet<>(Set.of(segments.get(index).folded()));
        IntStream.of(index - 1, index)
                .filter(first -> first >= 0 && first + 1 < segments.size())
                .mapToObj(first ->
                        segments.get(first).folded() + segments.get(first + 1).folded())
                .forEach(joined::add);
        return joined;
    }

    private static Run run(Segment segment) {
        List<String> units = segment.units().stream().limit(LONGEST_RUN).toList();
        return new Run(
                units,
                Unbroken.words(segment).stream().limit(MOST).toList(),
                Unbroken.inflected(segment),
                Unbroken.sounds(segment).stream().limit(LONGEST_RUN).toList());
    }

    /** What a word of a run is called where an ending follows it. */
    static String inflected(List<String> word) {
        return Unbroken.inflected(String.join("", word));
    }
}
