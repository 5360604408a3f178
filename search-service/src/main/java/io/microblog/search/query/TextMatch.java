package io.microblog.search.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.microblog.search.analysis.Analysed;
import io.microblog.search.analysis.QueryPart;
import io.microblog.search.analysis.Spot;

/**
 * Relevance: how a text matches a query. Each word of the query counts by its best match: exact, written as one with its
 * neighbour, by stem, by root, as a part of a word; and words that stand together count more. Strictly, all words must be
 * there. Where that finds little, typos are forgiven and most of the words are enough, but what matches strictly stays above
 * all that.
 */
final class TextMatch {

    /** Shorter words are beginnings of too many others, unless they are just being typed. */
    private static final int LONG_ENOUGH_FOR_A_PART = 4;

    private static final int LONG_ENOUGH_TO_BE_TYPED = 2;

    /** In longer texts hardly a typo matters, and forgiving is dear. */
    static final int MOST_FORGIVEN = 10;

    private static final int LONGEST_FORGIVEN = 12;

    /** Posts of the language that writes each syllable apart: a typo in a short one is told by the one beside it. */
    private static final Query SYLLABIC = Query.of(q -> q.term(t -> t.field("language").value("vi")));

    private final List<QueryPart> parts;

    TextMatch(List<QueryPart> parts) {
        this.parts = parts;
    }

    Query strict() {
        List<Query> demanded = new ArrayList<>();
        List<Query> welcome = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Query match = Worth.best(strictly(parts.get(i), i == parts.size() - 1));
            (parts.get(i).optional() ? welcome : demanded).add(match);
        }
        together().ifPresent(welcome::add);
        return Query.of(q -> q.bool(bool -> bool.must(demanded).should(welcome)));
    }

    Query forgiving() {
        if (parts.size() > MOST_FORGIVEN) {
            return strict();
        }
        List<Query> words = new ArrayList<>();
        List<Query> welcome = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Query> ways = new ArrayList<>(strictly(parts.get(i), i == parts.size() - 1));
            ways.addAll(forgivingly(parts.get(i)));
            (parts.get(i).optional() ? welcome : words).add(Worth.best(ways));
        }
        welcome.add(strict());
        welcome.add(Worth.STRICT.of(List.of(strict())));
        Query most = Worth.some(words, mostOf(words.size()));
        return Query.of(q -> q.bool(bool -> bool.must(most).should(welcome)));
    }

    /** Both of two, two of three or four, and more than half of more. */
    private static int mostOf(int words) {
        return words <= 2 ? words : Math.max(2, (words + 1) / 2);
    }

    private Optional<Query> together() {
        List<String> units =
                parts.stream().flatMap(part -> part.units().stream()).toList();
        return parts.size() < 2 ? Optional.empty() : Optional.of(Worth.PHRASE.phrase("words", units, 1));
    }

    private static List<Query> strictly(QueryPart part, boolean last) {
        return switch (part) {
            case QueryPart.Word word -> strictly(word, last);
            case QueryPart.Run run -> strictly(run);
        };
    }

    private static List<Query> strictly(QueryPart.Word word, boolean last) {
        List<Query> ways = new ArrayList<>(List.of(
                Worth.EXACT.term("words", word.word()),
                Worth.JOINED.terms("joined", word.joined()),
                Worth.JOINED.terms("words", word.joined())));
        addTerms(ways, Worth.STEM, "stems", word.stems());
        addTerms(ways, Worth.ROOT, "roots", word.roots());
        if (isLong(word.word(), last ? LONG_ENOUGH_TO_BE_TYPED : LONG_ENOUGH_FOR_A_PART)) {
            ways.add(Worth.PART.prefix("words", word.word()));
        }
        word.ends().stream()
                .filter(end -> end.length() >= LONG_ENOUGH_FOR_A_PART)
                .map(end -> Worth.PART.prefix("ends", end))
                .forEach(ways::add);
        return ways;
    }

    /** Whether the word finds what stands there, without any typo. */
    static boolean isMatch(QueryPart.Word word, boolean last, Spot spot) {
        Analysed terms = spot.terms();
        return word.joined().contains(spot.word())
                || terms.joined().contains(word.word())
                || !Collections.disjoint(terms.stems(), word.stems())
                || !Collections.disjoint(terms.roots(), word.roots())
                || (isLong(word.word(), last ? LONG_ENOUGH_TO_BE_TYPED : LONG_ENOUGH_FOR_A_PART)
                        && spot.word().startsWith(word.word()))
                || word.ends().stream()
                        .filter(end -> end.length() >= LONG_ENOUGH_FOR_A_PART)
                        .anyMatch(end -> terms.ends().stream().anyMatch(whole -> whole.startsWith(end)));
    }

    /** How many typos there are in the word if it is what stands there; {@link Typos#FAR} when it is not. */
    static int typos(QueryPart.Word word, Spot spot) {
        int typos = Typos.between(word.word(), spot.word());
        for (String core : word.cores()) {
            for (String other : spot.terms().cores()) {
                typos = Math.min(typos, Typos.between(core, other));
            }
        }
        return typos;
    }

    private static void addTerms(List<Query> ways, Worth worth, String field, Set<String> terms) {
        if (!terms.isEmpty()) {
            ways.add(worth.terms(field, terms));
        }
    }

    private static List<Query> strictly(QueryPart.Run run) {
        List<Query> ways = new ArrayList<>(List.of(Worth.EXACT.phrase("words", run.units(), 0)));
        if (!run.words().isEmpty()) {
            ways.add(Worth.STEM.of(phrases(run)));
        }
        return ways;
    }

    private static List<Query> phrases(QueryPart.Run run) {
        return run.words().stream()
                .map(word -> Worth.TWO_TYPOS.phrase("words", word, 0))
                .toList();
    }

    private static List<Query> forgivingly(QueryPart part) {
        return switch (part) {
            case QueryPart.Word word -> forgivingly(word);
            case QueryPart.Run run -> forgivingly(run);
        };
    }

    private static List<Query> forgivingly(QueryPart.Word word) {
        List<Query> ways = new ArrayList<>();
        addTypos(ways, "words", word.word());
        word.cores().forEach(core -> addTypos(ways, "cores", core));
        if (Typos.in(word.word()) == 0) {
            word.joined().stream()
                    .filter(joined -> Typos.in(joined) > 0)
                    .map(joined -> Worth.TYPO.of(List.of(SYLLABIC, Worth.TYPO.typos("joined", joined, 1))))
                    .forEach(ways::add);
        }
        return ways;
    }

    private static void addTypos(List<Query> ways, String field, String word) {
        int edits = Typos.in(word);
        if (edits > 0) {
            ways.add(Worth.TYPO.typos(field, word, 1));
        }
        if (edits > 1) {
            ways.add(Worth.TWO_TYPOS.typos(field, word, 2));
        }
    }

    /** One unit missing, or another one in its place; or what sounds alike; or, worth less, most of the words. */
    private static List<Query> forgivingly(QueryPart.Run run) {
        List<String> units = run.units();
        List<Query> ways = new ArrayList<>();
        if (units.size() >= Typos.shortestRun(units) && units.size() <= LONGEST_FORGIVEN) {
            ways.add(Worth.TYPO.phrase("words", units, 2));
            IntStream.range(0, units.size())
                    .mapToObj(i -> Worth.TYPO.phrase("words", without(units, i), 1))
                    .forEach(ways::add);
        }
        if (run.sounds().size() > 1 && run.sounds().size() == units.size()) {
            ways.add(Worth.TYPO.phrase("sounds", run.sounds(), 0));
        }
        if (run.words().size() > 1) {
            ways.add(Worth.some(phrases(run), (run.words().size() + 1) / 2));
        }
        return ways;
    }

    private static List<String> without(List<String> units, int index) {
        List<String> others = new ArrayList<>(units);
        others.remove(index);
        return others;
    }

    private static boolean isLong(String word, int length) {
        return word.codePointCount(0, word.length()) >= length;
    }
}
