package io.microblog.search.query;

import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.microblog.search.document.DocumentKind;

/**
 * Finds posts by their words.
 *
 * <p>A word matches as written, by its stem in the post's language, or with a typo; in this order they weigh. All words
 * must be there, or four fifths of more than four. Words next to each other as in the query weigh more, a post of today
 * up to twice as much as an old one, and a post that a thousand people like about half as much again. The longer the
 * text, the fewer of these ways are tried, see {@link Terms}.
 */
final class StatusQuery {

    private static final String ENOUGH_WORDS = "4<80%";

    /** What each doubling of favourites and boosts adds to the weight 1 of an old post that nobody likes. */
    private static final double POPULARITY_FACTOR = 0.05;

    private StatusQuery() {}

    static SearchRequest of(SearchQuery query, int size) {
        return SearchEngine.ids(
                DocumentKind.POSTS, recentAndLikedFirst(matching(query)), SortOrder.Desc, query.offset(), size);
    }

    private static Query matching(SearchQuery query) {
        String text = query.text();
        return Query.of(q -> q.bool(bool -> bool.must(
                        must -> must.disMax(any -> any.queries(variants(query)).tieBreaker(0.2)))
                .should(should -> should.matchPhrase(
                        phrase -> phrase.field("text").query(text).slop(1).boost(2f)))
                .filter(filters(query))));
    }

    private static List<Query> variants(SearchQuery query) {
        String text = query.text();
        int terms = Terms.in(text);
        List<Query> variants = new ArrayList<>();
        variants.add(Query.of(q -> q.match(match ->
                match.field("text").query(text).minimumShouldMatch(ENOUGH_WORDS).boost(3f))));
        if (terms <= Terms.IN_ALL_LANGUAGES || Terms.areDense(text)) {
            // The one language of a script without blanks that has a field of its own.
            String fields = terms <= Terms.IN_ALL_LANGUAGES ? "words.*" : "words.ja";
            variants.add(Query.of(q -> q.multiMatch(match -> match.fields(fields)
                    .query(text)
                    .type(TextQueryType.BestFields)
                    .minimumShouldMatch(ENOUGH_WORDS)
                    .boost(2f))));
        }
        if (terms <= Terms.WITH_TYPOS) {
            variants.add(Query.of(q -> q.match(match -> match.field("text")
                    .query(text)
                    .minimumShouldMatch(ENOUGH_WORDS)
                    .fuzziness("AUTO")
                    .prefixLength(1)
                    .maxExpansions(30))));
        }
        return variants;
    }

    private static List<Query> filters(SearchQuery query) {
        List<Query> filters = new ArrayList<>();
        Long author = query.accountId();
        if (author != null) {
            filters.add(Query.of(
                    q -> q.term(term -> term.field("author_id").value(FieldValue.of(Long.toString(author))))));
        }
        if (query.page().maxId() != null || query.page().minId() != null) {
            filters.add(Query.of(q -> q.range(range -> range.term(id -> id.field("id")
                    .gt(Long.toString(query.page().above()))
                    .lt(Long.toString(query.page().below()))))));
        }
        return filters;
    }

    private static Query recentAndLikedFirst(Query matching) {
        FunctionScore always = FunctionScore.of(f -> f.weight(1.0));
        FunctionScore recency = FunctionScore.of(f -> f.exp(decay -> decay.date(date -> date.field("created_at")
                .placement(place -> place.origin("now")
                        .offset(Time.of(t -> t.time("1d")))
                        .scale(Time.of(t -> t.time("30d")))
                        .decay(0.5)))));
        FunctionScore popularity = FunctionScore.of(f -> f.fieldValueFactor(
                value -> value.field("popularity").factor(POPULARITY_FACTOR).missing(0.0)));
        return Query.of(q -> q.functionScore(score -> score.query(matching)
                .functions(always, recency, popularity)
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
    }
}
