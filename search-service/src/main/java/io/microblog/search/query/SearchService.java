package io.microblog.search.query;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import io.microblog.kit.text.Hashtags;
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
        Map<Scope, ResponseBody<Void>> answers = ask(questions(query, signedIn));
        return Found.byWords(
                ids(answers.get(Scope.ACCOUNTS)),
                ids(answers.get(Scope.STATUSES)),
                hashtags(answers.get(Scope.HASHTAGS), query));
    }

    private Map<Scope, SearchRequest> questions(SearchQuery query, boolean signedIn) {
        Map<Scope, SearchRequest> questions = new EnumMap<>(Scope.class);
        int size = Hydration.withReserve(query.page().limit());
        if (query.wantsAccounts()) {
            AccountQuery.of(query.text(), baseUrl, query.offset(), size)
                    .ifPresent(question -> questions.put(Scope.ACCOUNTS, question));
        }
        if (query.wantsStatuses() && signedIn) {
            questions.put(Scope.STATUSES, StatusQuery.of(query, size));
        }
        if (query.wantsHashtags()) {
            int count = query.offset() + query.page().limit();
            Hashtags.normalise(query.text())
                    .ifPresent(tag -> questions.put(Scope.HASHTAGS, HashtagQuery.of(tag, count)));
        }
        return questions;
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
                : HashtagQuery.read(answer.aggregations(), baseUrl).stream()
                        .skip(query.offset())
                        .toList();
    }
}
