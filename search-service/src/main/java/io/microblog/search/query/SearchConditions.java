package io.microblog.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.microblog.search.analysis.QueryPart;
import io.microblog.search.relation.Circle;
import org.jspecify.annotations.Nullable;

/** What must hold of everything that is found, however well it matches. */
final class SearchConditions {

    private SearchConditions() {}

    /**
     * Of posts.
     *
     * @param author who must have written them, null for anybody
     * @param others who must not have written them
     * @param reach which of them the reader may find
     */
    static List<Query> ofStatuses(
            SearchQuery query, Circle circle, @Nullable Long author, Set<Long> others, Query reach) {
        Operators operators = query.operators();
        List<Query> filters = new ArrayList<>(people("author_id", query, circle, circle.shunned()));
        filters.add(reach);
        for (Long only : new Long[] {query.accountId(), author}) {
            if (only != null) {
                filters.add(Worth.anyOf("author_id", Set.of(only)));
            }
        }
        if (query.page().maxId() != null || query.page().minId() != null) {
            filters.add(Query.of(q -> q.range(range -> range.term(id -> id.field("id")
                    .gt(Long.toString(query.page().above()))
                    .lt(Long.toString(query.page().below()))))));
        }
        if (!others.isEmpty()) {
            filters.add(not(Worth.anyOf("author_id", others)));
        }
        addTerm(filters, "language", operators.language());
        operators.notLanguages().forEach(language -> filters.add(not(term("language", language))));
        operators.traits().forEach(trait -> addTerm(filters, "traits", trait));
        operators.without().forEach(trait -> filters.add(not(term("traits", trait))));
        if (operators.since() != null || operators.until() != null) {
            filters.add(Query.of(q -> q.range(range -> range.date(date ->
                    date.field("created_at").gte(text(operators.since())).lt(text(operators.until()))))));
        }
        operators.phrases().forEach(phrase -> filters.addAll(phrase(phrase)));
        operators.excluded().forEach(phrase -> phrase(phrase).forEach(some -> filters.add(not(some))));
        return filters;
    }

    /**
     * Of accounts.
     *
     * @param reader null for somebody signed out
     */
    static List<Query> ofAccounts(SearchQuery query, Circle circle, @Nullable Long reader) {
        Set<Long> known = new HashSet<>(circle.followed());
        if (reader != null) {
            known.add(reader);
        }
        List<Query> filters = new ArrayList<>(people("id", query, circle, circle.blocked()));
        filters.add(not(Query.of(q -> q.bool(bool -> bool.filter(
                        Query.of(f -> f.term(term -> term.field("limited").value(true))))
                .mustNot(Worth.anyOf("id", known))))));
        return filters;
    }

    private static List<Query> people(String field, SearchQuery query, Circle circle, Set<Long> hidden) {
        List<Query> filters = new ArrayList<>();
        if (query.following()) {
            filters.add(Worth.anyOf(field, circle.followed()));
        }
        if (!hidden.isEmpty()) {
            filters.add(not(Worth.anyOf(field, hidden)));
        }
        return filters;
    }

    /** Nothing when the text has neither letters nor digits. */
    private static List<Query> phrase(String text) {
        List<String> units = QueryPart.of(text, List.of()).stream()
                .flatMap(part -> part.units().stream())
                .toList();
        return units.isEmpty() ? List.of() : List.of(Worth.PHRASE.phrase("words", units, 0));
    }

    private static void addTerm(List<Query> filters, String field, @Nullable String term) {
        if (term != null) {
            filters.add(term(field, term));
        }
    }

    private static Query term(String field, String term) {
        return Query.of(q -> q.term(t -> t.field(field).value(term)));
    }

    private static Query not(Query query) {
        return Query.of(q -> q.bool(bool -> bool.mustNot(query)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
