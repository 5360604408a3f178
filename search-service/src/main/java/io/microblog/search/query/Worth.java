package io.microblog.search.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/**
 * Ways for a text to match, and what each is worth. The engine's own weighing is left out: a better match is worth more,
 * however rare its word is, and what can be said of a post besides never makes up for one step of this ladder.
 */
enum Worth {
    TWO_TYPOS(1),
    /** One in another form of the word, or in a run of words: worth less than one in the word itself. */
    STEM_TYPO(2),
    TYPO(3),
    /** The beginning of a word. */
    PART(4),
    ROOT(5),
    /** The last part of a compound, which is a kind of what the part says. */
    COMPOUND(6),
    PHRASE(6),
    STEM(8),
    JOINED(9),
    EXACT(11),
    /** With the same accents, too. */
    WRITTEN(12),
    NAME(22),
    /** Above all that forgiving finds. */
    STRICT(120);

    private static final int MAX_EXPANSIONS = 60;

    private final float worth;

    Worth(float worth) {
        this.worth = worth;
    }

    private Query of(Query query) {
        return Query.of(q -> q.constantScore(constant -> constant.filter(query).boost(worth)));
    }

    Query of(List<Query> all) {
        return of(Query.of(q -> q.bool(bool -> bool.must(all))));
    }

    Query term(String field, String term) {
        return of(Query.of(q -> q.term(t -> t.field(field).value(term))));
    }

    Query terms(String field, Collection<String> terms) {
        List<FieldValue> values = terms.stream().map(FieldValue::of).toList();
        return of(Query.of(q -> q.terms(t -> t.field(field).terms(these -> these.value(values)))));
    }

    Query prefix(String field, String beginning) {
        return of(Query.of(q -> q.prefix(p -> p.field(field).value(beginning))));
    }

    /** A word whose last part it is, behind another part of at least so many letters. */
    Query end(String field, String backwards, int rest) {
        return of(Query.of(q -> q.wildcard(w -> w.field(field).value(backwards + "?".repeat(rest) + "*"))));
    }

    /** Units next to each other, or so many steps apart. */
    Query phrase(String field, List<String> units, int slop) {
        return of(Query.of(q ->
                q.matchPhrase(m -> m.field(field).query(String.join(" ", units)).slop(slop))));
    }

    /** With so many letters changed, added, left out or swapped, the first too if it is the only one. */
    Query typos(String field, String word, int edits) {
        return typos(field, "", word, edits);
    }

    /** @param certain what the term begins with before the word, where no typo is forgiven */
    Query typos(String field, String certain, String word, int edits) {
        return of(Query.of(q -> q.fuzzy(f -> f.field(field)
                .value(certain + word)
                .fuzziness(Integer.toString(edits))
                .prefixLength(certain.length() + edits - 1)
                .transpositions(true)
                .maxExpansions(MAX_EXPANSIONS)
                .rewrite("constant_score"))));
    }

    /** The best of several ways, the others nearly nothing. */
    static Query best(Collection<Query> ways) {
        return Query.of(q -> q.disMax(any -> any.queries(List.copyOf(ways)).tieBreaker(0.0)));
    }

    static Query all(List<Query> queries) {
        return Query.of(q -> q.bool(bool -> bool.must(queries)));
    }

    /** At least so many of them, the more the better. */
    static Query some(List<Query> queries, int least) {
        return Query.of(q -> q.bool(bool -> bool.should(queries).minimumShouldMatch(Integer.toString(least))));
    }

    /** In posts of one of these languages; in any when none is named. */
    Query in(List<String> languages, Query match) {
        return languages.isEmpty() ? match : of(List.of(match, terms("language", languages)));
    }

    static Query anyOf(String field, Set<Long> ids) {
        List<FieldValue> values =
                ids.stream().map(id -> FieldValue.of(Long.toString(id))).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(these -> these.value(values))));
    }
}
