package io.microblog.search.query;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.query.SearchQuery.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Answers searches: ids from Elasticsearch, then what their owners show this reader of them. */
@Service
class SearchService {

    private final SearchEngine engine;
    private final Hydration hydration;
    private final BaseUrl baseUrl;
    private final Executor executor;
    private final Duration deadline;

    SearchService(
            SearchEngine engine,
            Hydration hydration,
            BaseUrl baseUrl,
            @Qualifier("applicationTaskExecutor") Executor executor,
            QueryProperties properties) {
        this.engine = engine;
        this.hydration = hydration;
        this.baseUrl = baseUrl;
        this.executor = executor;
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
        Map<Scope, ResponseBody<Void>> found = ask(questions(query, reader != null));
        int limit = query.page().limit();
        CompletableFuture<List<JsonNode>> accounts =
                start(() -> hydration.accounts(ids(found, Scope.ACCOUNTS), reader, limit));
        CompletableFuture<List<JsonNode>> statuses =
                start(() -> hydration.statuses(ids(found, Scope.STATUSES), reader, limit));
        return new SearchResponse(await(accounts, end), await(statuses, end), hashtags(found, query));
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
            Hashtags.normalise(query.text())
                    .ifPresent(tag -> questions.put(
                            Scope.HASHTAGS,
                            HashtagQuery.of(tag, query.offset() + query.page().limit())));
        }
        return questions;
    }

    private Map<Scope, ResponseBody<Void>> ask(Map<Scope, SearchRequest> questions) {
        Map<Scope, ResponseBody<Void>> found = new EnumMap<>(Scope.class);
        if (!questions.isEmpty()) {
            Iterator<ResponseBody<Void>> answers =
                    engine.ask(questions.values()).iterator();
            questions.keySet().forEach(scope -> found.put(scope, answers.next()));
        }
        return found;
    }

    private static List<Long> ids(Map<Scope, ResponseBody<Void>> found, Scope scope) {
        ResponseBody<Void> answer = found.get(scope);
        return answer == null
                ? List.of()
                : answer.hits().hits().stream().map(Hit::id).map(Long::valueOf).toList();
    }

    private List<TagResponse> hashtags(Map<Scope, ResponseBody<Void>> found, SearchQuery query) {
        ResponseBody<Void> answer = found.get(Scope.HASHTAGS);
        return answer == null
                ? List.of()
                : HashtagQuery.read(answer.aggregations(), baseUrl).stream()
                        .skip(query.offset())
                        .toList();
    }

    private interface Call {
        List<JsonNode> get();
    }

    private CompletableFuture<List<JsonNode>> start(Call call) {
        return CompletableFuture.supplyAsync(call::get, executor);
    }

    private static List<JsonNode> await(CompletableFuture<List<JsonNode>> hydrated, long end) {
        try {
            return hydrated.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new SearchUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(e);
        }
    }
}
