package io.microblog.search.query;

import java.util.List;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.microblog.search.document.DocumentKind;

/**
 * Finds posts by their words, see {@link TextMatch}; of two that match as well, the one in a language of the reader, the newer
 * and the better liked comes first.
 */
final class StatusQuery {

    /** What a post of today is worth more than an old one. */
    private static final double FRESH = 0.3;

    /** What a post is worth more that is in a language of the reader. */
    private static final double READABLE = 0.4;

    /** What each doubling of favourites and boosts is worth. */
    private static final double LIKED = 0.02;

    /** Below the least step of {@link Worth}. */
    private static final double GENTLE = 0.9;

    private StatusQuery() {}

    /** The posts that match, and what must hold of them besides. */
    static SearchRequest of(SearchQuery query, Query match, List<Query> filters, int size) {
        Query filtered = Query.of(q -> q.bool(bool -> bool.must(match).filter(filters)));
        return SearchEngine.ids(
                DocumentKind.POSTS, nearestFirst(query, filtered), SortOrder.Desc, query.offset(), size);
    }

    private static Query nearestFirst(SearchQuery query, Query matching) {
        List<FieldValue> languages =
                query.languages().stream().map(FieldValue::of).toList();
        FunctionScore readable = FunctionScore.of(f -> f.weight(READABLE)
                .filter(in -> in.terms(t -> t.field("language").terms(these -> these.value(languages)))));
        FunctionScore fresh = FunctionScore.of(f -> f.weight(FRESH)
                .exp(decay -> decay.date(date -> date.field("created_at")
                        .placement(place -> place.origin("now")
                                .offset(Time.of(t -> t.time("1d")))
                                .scale(Time.of(t -> t.time("30d")))
                                .decay(0.5)))));
        FunctionScore liked = FunctionScore.of(f -> f.weight(1.0)
                .fieldValueFactor(
                        value -> value.field("popularity").factor(LIKED).missing(0.0)));
        return Query.of(q -> q.functionScore(score -> score.query(matching)
                .functions(readable, fresh, liked)
                .scoreMode(FunctionScoreMode.Sum)
                .maxBoost(GENTLE)
                .boostMode(FunctionBoostMode.Sum)));
    }
}
