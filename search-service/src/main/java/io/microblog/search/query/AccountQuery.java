package io.microblog.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.document.DocumentKind;

/** Finds accounts by the beginnings of their user names and of the words in their display names, typos allowed. */
final class AccountQuery {

    private AccountQuery() {}

    /** Empty when the text is the handle of an account on another server: there are none here. */
    static Optional<SearchRequest> of(String text, BaseUrl baseUrl, int offset, int size) {
        return localName(text, baseUrl)
                .map(name -> SearchEngine.ids(DocumentKind.ACCOUNTS, matching(name), SortOrder.Asc, offset, size));
    }

    /** The account of exactly this user name. */
    static SearchRequest named(String username) {
        Query query = Query.of(q -> q.term(term -> term.field("username").value(username.toLowerCase(Locale.ROOT))));
        return SearchEngine.ids(DocumentKind.ACCOUNTS, query, SortOrder.Asc, 0, 1);
    }

    /** {@code @name}, {@code name@this.server} and {@code @name@this.server} all mean {@code name}. */
    private static Optional<String> localName(String text, BaseUrl baseUrl) {
        String handle = text.startsWith("@") ? text.substring(1) : text;
        int at = handle.indexOf('@');
        if (at < 0) {
            return Optional.of(handle).filter(name -> !name.isBlank());
        }
        String host = handle.substring(at + 1);
        boolean here = host.equalsIgnoreCase(baseUrl.authority()) || host.equalsIgnoreCase(baseUrl.host());
        return Optional.of(handle.substring(0, at)).filter(name -> here && !name.isBlank());
    }

    private static Query matching(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<Query> variants = new ArrayList<>(List.of(
                Query.of(q -> q.term(term -> term.field("username").value(lower).boost(20f))),
                Query.of(q -> q.match(
                        match -> match.field("username.beginnings").query(name).boost(4f))),
                Query.of(q -> q.match(match -> match.field("display_name.beginnings")
                        .query(name)
                        .operator(Operator.And)
                        .boost(3f))),
                Query.of(q -> q.match(match -> match.field("display_name")
                        .query(name)
                        .operator(Operator.And)
                        .boost(3f))),
                Query.of(q -> q.fuzzy(fuzzy -> fuzzy.field("username")
                        .value(lower)
                        .fuzziness("AUTO")
                        .prefixLength(1)
                        .maxExpansions(30)))));
        if (Terms.in(name) <= Terms.WITH_TYPOS) {
            variants.add(Query.of(q -> q.match(match -> match.field("display_name")
                    .query(name)
                    .operator(Operator.And)
                    .fuzziness("AUTO")
                    .prefixLength(1)
                    .maxExpansions(30))));
        }
        return Query.of(q -> q.bool(bool -> bool.should(variants).minimumShouldMatch("1")));
    }
}
