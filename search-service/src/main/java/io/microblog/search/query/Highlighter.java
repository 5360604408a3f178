package io.microblog.search.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.search.analysis.QueryPart;
import io.microblog.search.analysis.Spot;
import io.microblog.search.query.Highlight.Range;
import org.jspecify.annotations.Nullable;

/** Says where a text has what a query asks for, by the same ways as {@link TextMatch} finds it. */
final class Highlighter {

    /** Runs of so many units are pointed at where no more of a run is there. */
    private static final int PAIR = 2;

    private final List<QueryPart> parts;

    /** @param parts of the query */
    Highlighter(List<QueryPart> parts) {
        this.parts = parts.stream().filter(part -> !part.optional()).toList();
    }

    /**
     * What matches in a text, in order.
     *
     * @param language of the text, null when unknown
     */
    List<Range> in(String text, @Nullable String language) {
        List<Spot> spots = Spot.of(text, language);
        BitSet marked = new BitSet();
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case QueryPart.Word word -> marked.or(word(word, TextMatch.isTyped(parts, i), spots));
                case QueryPart.Run run -> marked.or(run(run, spots));
            }
        }
        return ranges(spots, marked);
    }

    /** Where a word of the query is, and nothing that only looks like it. */
    static BitSet strictly(QueryPart.Word word, boolean typed, List<Spot> spots) {
        BitSet marked = new BitSet();
        for (int i = 0; i < spots.size(); i++) {
            if (TextMatch.isMatch(word, typed, spots.get(i))) {
                marked.set(i);
            } else if (i > 0 && (spots.get(i - 1).word() + spots.get(i).word()).equals(word.word())) {
                marked.set(i - 1, i + 1);
            }
        }
        return marked;
    }

    private BitSet word(QueryPart.Word word, boolean typed, List<Spot> spots) {
        BitSet marked = strictly(word, typed, spots);
        if (marked.isEmpty() && parts.size() <= TextMatch.MOST_FORGIVEN) {
            IntStream.range(0, spots.size())
                    .filter(i -> TextMatch.typos(word, spots.get(i)) != Typos.FAR)
                    .forEach(marked::set);
        }
        return marked;
    }

    /** The whole, else the words in it, else what stands next to each other in both. */
    private static BitSet run(QueryPart.Run run, List<Spot> spots) {
        List<List<String>> pairs = IntStream.rangeClosed(0, run.units().size() - PAIR)
                .mapToObj(i -> run.units().subList(i, i + PAIR))
                .toList();
        List<List<String>> words =
                run.words().stream().filter(word -> word.size() >= PAIR).toList();
        return Stream.of(List.of(run.units()), words, pairs)
                .map(sequences -> sequences(sequences, spots))
                .filter(marked -> !marked.isEmpty())
                .findFirst()
                .orElseGet(BitSet::new);
    }

    private static BitSet sequences(List<List<String>> sequences, List<Spot> spots) {
        List<String> said = spots.stream().map(Spot::word).toList();
        BitSet marked = new BitSet();
        for (List<String> sequence : sequences) {
            for (int i = 0; i + sequence.size() <= said.size(); i++) {
                if (said.subList(i, i + sequence.size()).equals(sequence)) {
                    marked.set(i, i + sequence.size());
                }
            }
        }
        return marked;
    }

    private static List<Range> ranges(List<Spot> spots, BitSet marked) {
        List<Range> ranges = new ArrayList<>();
        marked.stream().mapToObj(spots::get).forEach(spot -> {
            Range before = ranges.isEmpty() ? null : ranges.getLast();
            if (before != null && spot.start() <= before.end()) {
                ranges.set(ranges.size() - 1, new Range(before.start(), spot.end()));
            } else {
                ranges.add(new Range(spot.start(), spot.end()));
            }
        });
        return ranges;
    }
}
