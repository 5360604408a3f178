package io.microblog.search.query;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.query.SearchQuery.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers searches: ids from Elasticsearch, then what their owners show this reader of them. */
@Service
class SearchService {

    private final SearchEngine engine;
    private final Hydration hydration;
    private final BaseUrl baseUrl;
    private final Duration deadline;

    SearchService(SearchEngine engine, Hydration hydration, BaseUrl baseUrl, QueryProperties properties) {
        this.engine = engine;
        this.hydration = hydration;
        this.baseUrl = baseUrl;
        this.deadline = properties.deadline();
    }

    /**
     * Everything that is wanted and found.
     *
     * @param reader null for somebody who is not signed in, who gets no statuses
     * @throws SearchUnavailable when something needed does not answer in time
     */
    SearchResponse search(SearchQuery query, @Nullable Long reader) {
        long end = System.nanoTime() + deadline.toNanos();
        boolean signedIn = reader != null;
        Found found = OwnLink.in(query.text(), baseUrl)
                .map(link -> follow(link, query, signedIn))
                .orElseGet(() -> find(query, signedIn));
        return hydration.hydrate(found, reader, query.page().limit(), end);
    }

    private Found follow(OwnLink link, SearchQuery query, boolean signedIn) {
        Long postId = link.postId();
        if (postId != null) {
            return signedIn && query.wants(Scope.STATUSES) ? Found.status(postId) : Found.nothing();
        }
        if (!query.wants(Scope.ACCOUNTS)) {
            return Found.nothing();
        }
        return Found.account(
                ids(engine.ask(List.of(AccountQuery.named(link.username()))).getFirst()));
    }

    private Found find(SearchQuery query, boolean signedIn) {
        Map<Scope, SearchRequest> strict = questions(query, signedIn, true);
        Map<Scope, ResponseBody<Void>> answers = ask(strict);
        Map<Scope, SearchRequest> forgiving = questions(query, signedIn, false);
        forgiving.keySet().removeIf(scope -> !isLittle(answers.get(scope)));
        answers.putAll(ask(forgiving));
        return Found.byWords(
                ids(answers.get(Scope.ACCOUNTS)),
                ids(answers.get(Scope.STATUSES)),
                hashtags(answers.get(Scope.HASHTAGS), query));
    }

    private Map<Scope, SearchRequest> questions(SearchQuery query, boolean signedIn, boolean strict) {
        Map<Scope, SearchRequest> questions = new EnumMap<>(Scope.class);
        int size = Hydration.withReserve(query.page().limit());
        if (query.wantsAccounts()) {
            AccountQuery.localName(query.text(), baseUrl)
                    .map(name -> strict
                            ? AccountQuery.strict(name, query.offset(), size)
                            : AccountQuery.forgiving(name, query.offset(), size))
                    .ifPresent(question -> questions.put(Scope.ACCOUNTS, question));
        }
        if (query.wantsStatuses() && signedIn && !query.parts().isEmpty()) {
            questions.put(
                    Scope.STATUSES, strict ? StatusQuery.strict(query, size) : StatusQuery.forgiving(query, size));
        }
        if (query.wantsHashtags()) {
            int count = query.offset() + query.page().limit();
            HashtagQuery.name(query.text())
                    .filter(name -> strict || HashtagQuery.isForgivable(name))
                    .map(name -> strict
                            ? HashtagQuery.strict(name, count, List.of())
                            : HashtagQuery.forgiving(name, List.of()))
                    .ifPresent(question -> questions.put(Scope.HASHTAGS, question));
        }
        return questions;
    }

    private static boolean isLittle(@Nullable ResponseBody<Void> answer) {
        if (answer == null) {
            return false;
        }
        TotalHits total = answer.hits().total();
        return total != null && total.value() < (answer.aggregations().isEmpty() ? SearchEngine.FEW : 1);
    }

    private Map<Scope, ResponseBody<Void>> ask(Map<Scope, SearchRequest> questions) {
        Map<Scope, ResponseBody<Void>> answers = new EnumMap<>(Scope.class);
        if (!questions.isEmpty()) {
            Iterator<ResponseBody<Void>> inOrder =
                    engine.ask(questions.values()).iterator();
            questions.keySet().forEach(scope -> answers.put(scope, inOrder.next()));
        }
        return answers;
    }

    private static List<Long> ids(@Nullable ResponseBody<Void> answer) {
        return answer == null
                ? List.of()
                : answer.hits().hits().stream().map(Hit::id).map(Long::valueOf).toList();
    }

    private List<TagResponse> hashtags(@Nullable ResponseBody<Void> answer, SearchQuery query) {
        return answer == null
                ? List.of()
                : HashtagQuery.read(query.text(), answer.aggregations(), baseUrl).stream()
                        .skip(query.offset())
                        .limit(query.page().limit())
                        .toList();
    }
}
