package io.microblog.search.query;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Alone, two letters begin too much; two syllables do not. */
    private static final int LONG_ENOUGH_ALONE = 3;

    /** What stands before the last part of a compound is longer than the syllables that verbs and nouns are made with. */
    private static final int LONG_ENOUGH_BEFORE_A_PART = 3;

    /** In longer texts hardly a typo matters, and forgiving is dear. */
    static final int MOST_FORGIVEN = 10;

    private static final int LONGEST_FORGIVEN = 12;

    /** Of so many words one at least must be there without a typo. */
    private static final int MANY = 3;

    /** Languages that write each syllable apart: a typo in a short one is told by the one beside it. */
    private static final List<String> SYLLABIC = List.of("vi");

    private final List<QueryPart> parts;

    TextMatch(List<QueryPart> parts) {
        this.parts = parts;
    }

    Query strict() {
        List<Query> demanded = new ArrayList<>();
        List<Query> welcome = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Query match = Worth.best(strictly(parts.get(i), isTyped(parts, i)));
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
        List<Query> known = new ArrayList<>();
        List<Query> welcome = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Query> ways = new ArrayList<>(strictly(parts.get(i), isTyped(parts, i)));
            known.addAll(parts.get(i).optional() ? List.of() : ways);
            ways.addAll(forgivingly(parts.get(i)));
            (parts.get(i).optional() ? welcome : words).add(Worth.best(ways));
        }
        welcome.add(strict());
        welcome.add(Worth.STRICT.of(List.of(strict())));
        Query most = Worth.some(words, mostOf(words.size()));
        List<Query> one = words.size() < MANY ? List.of() : List.of(Worth.some(known, 1));
        return Query.of(q -> q.bool(bool -> bool.must(most).should(welcome).filter(one)));
    }

    /** Whether it may be the beginning of the word that is being typed. */
    static boolean isTyped(List<QueryPart> parts, int index) {
        int least = parts.size() == 1 && !isHangul(parts.getFirst()) ? LONG_ENOUGH_ALONE : LONG_ENOUGH_TO_BE_TYPED;
        return index == parts.size() - 1
                && parts.get(index) instanceof QueryPart.Word word
                && isLong(word.word(), least);
    }

    private static boolean isHangul(QueryPart part) {
        return UnicodeScript.of(part.units().getFirst().codePointAt(0)) == UnicodeScript.HANGUL;
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

    private static List<Query> strictly(QueryPart part, boolean typed) {
        return switch (part) {
            case QueryPart.Word word -> strictly(word, typed);
            case QueryPart.Run run -> strictly(run);
        };
    }

    private static List<Query> strictly(QueryPart.Word word, boolean typed) {
        List<Query> ways = new ArrayList<>(List.of(
                Worth.EXACT.term("words", word.word()),
                Worth.JOINED.terms("joined", word.joined()),
                Worth.JOINED.terms("words", word.joined())));
        word.written().map(written -> Worth.WRITTEN.term("written", written)).ifPresent(ways::add);
        addTerms(ways, Worth.STEM, "stems", word.stems());
        addTerms(ways, Worth.ROOT, "roots", word.roots());
        if (typed || isLong(word.word(), LONG_ENOUGH_FOR_A_PART)) {
            ways.add(Worth.PART.prefix("words", word.word()));
        }
        word.ends().stream()
                .filter(end -> end.length() >= LONG_ENOUGH_FOR_A_PART)
                .map(end -> Worth.COMPOUND.end("ends", end, LONG_ENOUGH_BEFORE_A_PART))
                .forEach(ways::add);
        return ways;
    }

    /** Whether the word finds what stands there, without any typo. */
    static boolean isMatch(QueryPart.Word word, boolean typed, Spot spot) {
        Analysed terms = spot.terms();
        return word.joined().contains(spot.word())
                || terms.joined().contains(word.word())
                || !Collections.disjoint(terms.stems(), word.stems())
                || !Collections.disjoint(terms.roots(), word.roots())
                || ((typed || isLong(word.word(), LONG_ENOUGH_FOR_A_PART))
                        && spot.word().startsWith(word.word()))
                || word.ends().stream()
                        .filter(end -> end.length() >= LONG_ENOUGH_FOR_A_PART)
                        .anyMatch(end -> terms.ends().stream()
                                .anyMatch(whole -> whole.startsWith(end)
                                        && whole.length() >= end.length() + LONG_ENOUGH_BEFORE_A_PART));
    }

    /** How many typos there are in the word if it is what stands there; {@link Typos#FAR} when it is not. */
    static int typos(QueryPart.Word word, Spot spot) {
        int typos = Typos.between(word.word(), spot.word());
        for (String core : word.cores()) {
            for (String other : spot.terms().stems()) {
                if (language(core).equals(language(other))) {
                    typos = Math.min(typos, Typos.between(bare(core), bare(other)));
                }
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
            ways.add(Worth.STEM.of(
                    run.words().stream().map(word -> word(run, word)).toList()));
            ways.add(Worth.ROOT.of(phrases(run.words())));
        }
        return ways;
    }

    /** A verb is not the noun that begins with its characters. */
    private static Query word(QueryPart.Run run, List<String> word) {
        String inflected = QueryPart.inflected(word);
        return run.inflected().contains(inflected)
                ? Worth.STEM.term("stems", inflected)
                : Worth.STEM.phrase("words", word, 0);
    }

    private static List<Query> phrases(List<List<String>> words) {
        return words.stream()
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
        word.cores().stream()
                .filter(core -> Typos.in(bare(core)) > 0)
                .map(core -> Worth.STEM_TYPO.typos("stems", language(core), bare(core), 1))
                .forEach(ways::add);
        int edits = Typos.in(word.word());
        if (edits > 0) {
            ways.add(Worth.TYPO.typos("words", word.word(), 1));
            ways.add(Worth.TYPO.typos("words", otherNumber(word.word()), 1));
        } else {
            word.joined().stream()
                    .filter(joined -> Typos.in(joined) > 0)
                    .map(joined -> Worth.TYPO.in(SYLLABIC, Worth.TYPO.typos("joined", joined, 1)))
                    .forEach(ways::add);
        }
        if (edits > 1) {
            ways.add(Worth.TWO_TYPOS.in(word.likely(), Worth.TWO_TYPOS.typos("words", word.word(), 2)));
        }
        return ways;
    }

    /** In many languages the plural has an s more; that is no second typo. */
    private static String otherNumber(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s";
    }

    private static String language(String stem) {
        return stem.substring(0, stem.indexOf(':') + 1);
    }

    private static String bare(String stem) {
        return stem.substring(stem.indexOf(':') + 1);
    }

    /** As a word with another unit in it; as what sounds alike; or, worth less, some of its units or of its words. */
    private static List<Query> forgivingly(QueryPart.Run run) {
        List<String> units = run.units();
        List<Query> ways = new ArrayList<>();
        if (units.size() >= Typos.shortestRun(units) && units.size() <= LONGEST_FORGIVEN) {
            ways.add(Worth.TYPO.typos("stems", String.join("", units), 1));
            ways.add(Worth.STEM_TYPO.phrase("words", units, 2));
            IntStream.range(0, units.size())
                    .mapToObj(i -> Worth.STEM_TYPO.phrase("words", without(units, i), 1))
                    .forEach(ways::add);
        }
        if (run.sounds().size() > 1 && run.sounds().size() == units.size()) {
            ways.add(Worth.TYPO.phrase("sounds", run.sounds(), 0));
        }
        if (run.words().size() > 1) {
            ways.add(some(run.words()));
        }
        return ways;
    }

    /** Half of the words, more of them the better, and better still those that are neighbours in both. */
    private static Query some(List<List<String>> words) {
        List<List<String>> pairs = IntStream.range(1, words.size())
                .mapToObj(i -> Stream.concat(words.get(i - 1).stream(), words.get(i).stream())
                        .toList())
                .toList();
        Query half = Worth.some(phrases(words), (words.size() + 1) / 2);
        return Query.of(q -> q.bool(bool -> bool.must(half).should(phrases(pairs))));
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
