package io.microblog.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.analysis.Name;
import io.microblog.search.analysis.QueryPart;
import io.microblog.search.document.DocumentKind;

/**
 * Finds accounts by the words of their display names and the parts of their handles, in any order, and by the beginnings of
 * these; and where that finds little, despite typos.
 */
final class AccountQuery {

    private AccountQuery() {}

    static SearchRequest strict(String name, List<Query> filters, int offset, int size) {
        return SearchEngine.ids(DocumentKind.ACCOUNTS, among(filters, strict(name)), SortOrder.Asc, offset, size);
    }

    static SearchRequest forgiving(String name, List<Query> filters, int offset, int size) {
        List<Query> words = QueryPart.of(name, List.of()).stream()
                .map(part -> Worth.best(Stream.concat(strictly(part).stream(), forgivingly(part).stream())
                        .toList()))
                .toList();
        Query all = Query.of(q ->
                q.bool(bool -> bool.must(words).should(strict(name), Worth.STRICT.of(List.of(strict(name))))));
        return SearchEngine.ids(DocumentKind.ACCOUNTS, among(filters, all), SortOrder.Asc, offset, size);
    }

    private static Query among(List<Query> filters, Query match) {
        return Query.of(q -> q.bool(bool -> bool.must(match).filter(filters)));
    }

    /** The account of exactly this user name. */
    static SearchRequest named(String username) {
        return named(Set.of(username));
    }

    /** The accounts of exactly these user names. */
    static SearchRequest named(Set<String> usernames) {
        List<FieldValue> names = usernames.stream()
                .map(username -> FieldValue.of(username.toLowerCase(Locale.ROOT)))
                .toList();
        Query query = Query.of(q -> q.terms(terms -> terms.field("username").terms(these -> these.value(names))));
        return SearchEngine.ids(DocumentKind.ACCOUNTS, query, SortOrder.Asc, 0, usernames.size());
    }

    /**
     * {@code @name}, {@code name@this.server} and {@code @name@this.server} all mean {@code name}; empty for the handle of
     * an account on another server, for there are none here.
     */
    static Optional<String> localName(String text, BaseUrl baseUrl) {
        String handle = text.startsWith("@") ? text.substring(1) : text;
        int at = handle.indexOf('@');
        String name = at < 0 ? handle : handle.substring(0, at);
        return Optional.of(name)
                .filter(some -> (at < 0 || isHere(handle.substring(at + 1), baseUrl))
                        && !QueryPart.of(some, List.of()).isEmpty());
    }

    private static boolean isHere(String host, BaseUrl baseUrl) {
        return host.equalsIgnoreCase(baseUrl.authority()) || host.equalsIgnoreCase(baseUrl.host());
    }

    private static Query strict(String name) {
        String handle = name.toLowerCase(Locale.ROOT);
        List<Query> words = QueryPart.of(name, List.of()).stream()
                .map(part -> Worth.best(strictly(part)))
                .toList();
        return Worth.best(List.of(
                Worth.NAME.term("username", handle), Worth.JOINED.prefix("username", handle), Worth.all(words)));
    }

    private static List<Query> strictly(QueryPart part) {
        return switch (part) {
            case QueryPart.Word word -> {
                String bare = Name.withoutArticle(word.word());
                yield List.of(
                        Worth.EXACT.term("words", word.word()),
                        Worth.JOINED.terms(
                                "joined",
                                Stream.concat(word.joined().stream(), Stream.of(bare))
                                        .toList()),
                        Worth.STEM.term("words", bare),
                        Worth.PART.prefix("words", word.word()),
                        Worth.PART.prefix("joined", word.word()));
            }
            case QueryPart.Run run -> List.of(Worth.EXACT.phrase("words", run.units(), 0));
        };
    }

    private static List<Query> forgivingly(QueryPart part) {
        return switch (part) {
            case QueryPart.Word word -> typos(word.word());
            case QueryPart.Run run ->
                run.sounds().size() == run.units().size() && run.units().size() > 1
                        ? List.of(Worth.TYPO.phrase("sounds", run.sounds(), 0))
                        : List.of();
        };
    }

    private static List<Query> typos(String word) {
        List<Query> ways = new ArrayList<>();
        if (Typos.in(word) > 0) {
            ways.add(Worth.TYPO.typos("words", word, 1));
            ways.add(Worth.TYPO.typos("joined", word, 1));
        }
        if (Typos.in(word) > 1) {
            ways.add(Worth.TWO_TYPOS.typos("words", word, 2));
        }
        return ways;
    }
}
