package io.microblog.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A word of a text, or a unit of a script without blanks, and where it stands.
 *
 * @param start where it begins in the text as it was given, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param word folded
 * @param terms what else it is found by
 */
public record Spot(int start, int end, String word, Analysed terms) {

    private static final Pattern CHARACTER = Pattern.compile("(?s).");

    private static final Analysed NOTHING_ELSE = new Analysed("", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    /**
     * All of a text, in their order.
     *
     * @param tag the language that it is written in, null when unknown
     */
    public static List<Spot> of(String text, @Nullable String tag) {
        Origins origins = Origins.of(text);
        String language = Stems.language(tag);
        List<Spot> spots = new ArrayList<>();
        for (Segment segment : Segment.of(text)) {
            switch (segment.kind()) {
                case WORD ->
                    spots.add(origins.spot(
                            segment.start(), segment.written(), segment.folded(), Analysed.of(segment, language)));
                case CHARACTERS -> units(segment, CHARACTER, origins, spots);
                case CLUSTERS -> units(segment, Segment.CLUSTER, origins, spots);
            }
        }
        return spots;
    }

    /** With a sign that is no letter of its own, such as that of long vowels. */
    private Spot until(int other) {
        return new Spot(start, other, word, terms);
    }

    private static void units(Segment segment, Pattern unit, Origins origins, List<Spot> spots) {
        unit.matcher(segment.written()).results().forEach(piece -> {
            String folded = Folding.fold(piece.group());
            Spot spot = origins.spot(segment.start() + piece.start(), piece.group(), folded, NOTHING_ELSE);
            if (!folded.isEmpty()) {
                spots.add(spot);
            } else if (!spots.isEmpty() && spots.getLast().end() == spot.start()) {
                spots.set(spots.size() - 1, spots.getLast().until(spot.end()));
            }
        });
    }

    /**
     * From where in a text each character of its normal form comes.
     *
     * @param starts of each character of the normal form; empty when text and normal form are one
     * @param ends the same
     */
    private record Origins(List<Integer> starts, List<Integer> ends) {

        static Origins of(String text) {
            Origins origins = new Origins(new ArrayList<>(), new ArrayList<>());
            if (!Folding.normal(text).equals(text)) {
                Segment.CLUSTER.matcher(text).results().forEach(origins::add);
            }
            return origins;
        }

        private void add(MatchResult cluster) {
            int length = Folding.normal(cluster.group()).length();
            boolean same = length == cluster.group().length();
            for (int i = 0; i < length; i++) {
                starts.add(same ? cluster.start() + i : cluster.start());
                ends.add(same ? cluster.start() + i + 1 : cluster.end());
            }
        }

        /** @param start in the normal form of the text */
        Spot spot(int start, String written, String folded, Analysed terms) {
            int end = start + written.length();
            if (starts.isEmpty()) {
                return new Spot(start, end, folded, terms);
            }
            int last = Math.min(end, ends.size()) - 1;
            return new Spot(starts.get(Math.min(start, last)), ends.get(last), folded, terms);
        }
    }
}
