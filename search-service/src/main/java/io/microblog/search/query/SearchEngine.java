package io.microblog.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.search.document.DocumentKind;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Elasticsearch as searches use it: with a short time-out and a circuit breaker. */
@Component
class SearchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SearchEngine.class);

    /** Who finds fewer may have meant something else. */
    static final int FEW = 8;

    private final ElasticsearchClient client;
    private final CircuitBreaker breaker;

    SearchEngine(ElasticsearchClient client, CircuitBreakerRegistry breakers, QueryProperties properties) {
        Timeout timeout = Timeout.of(properties.engineTimeout());
        RequestConfig config = RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build();
        RequestOptions options =
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build();
        this.client = client.withTransportOptions(new Rest5ClientOptions(options, false));
        this.breaker = breakers.circuitBreaker("elasticsearch");
    }

    /** A question for ids alone, the best first; {@code byId} decides between equals. */
    static SearchRequest ids(DocumentKind kind, Query query, SortOrder byId, int from, int size) {
        return SearchRequest.of(search -> search.index(kind.alias())
                .query(query)
                .sort(
                        SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
                        SortOptions.of(sort -> sort.field(id -> id.field("id").order(byId))))
                .from(from)
                .size(size)
                .source(source -> source.fetch(false))
                .trackTotalHits(total -> total.count(FEW)));
    }

    /**
     * Asks several questions at once.
     *
     * @return the answers in the same order
     * @throws QueryRefused when Elasticsearch does not take one of them, which says nothing of how it is
     * @throws SearchUnavailable when Elasticsearch does not answer all of them in time
     */
    List<ResponseBody<Void>> ask(Collection<SearchRequest> questions) {
        List<RequestItem> searches = questions.stream()
                .map(question -> RequestItem.of(item ->
                        item.header(header -> header.index(question.index())).body(question)))
                .toList();
        try {
            List<MultiSearchResponseItem<Void>> answers = breaker.executeCallable(() -> answers(searches));
            if (answers.size() < searches.size()) {
                throw new QueryRefused();
            }
            return results(answers);
        } catch (CallNotPermittedException e) {
            // What opened the circuit breaker is in the log already.
            throw new SearchUnavailable(null);
        } catch (QueryRefused e) {
            throw e;
        } catch (Exception e) {
            throw new SearchUnavailable(e);
        }
    }

    /**
     * A failure of the engine is one for the circuit breaker; a refusal of a question is an answer, and that of all of
     * them together is none.
     */
    private List<MultiSearchResponseItem<Void>> answers(List<RequestItem> searches) throws IOException {
        MsearchResponse<Void> response;
        try {
            response = client.msearch(search -> search.searches(searches), Void.class);
        } catch (ElasticsearchException e) {
            if (isRefusal(e.status())) {
                LOG.warn("Queries were refused: {}", e.error().type());
                return List.of();
            }
            throw e;
        }
        for (MultiSearchResponseItem<Void> item : response.responses()) {
            if (item.isFailure() && !isRefusal(item.failure().status())) {
                throw new IOException(item.failure().error().reason());
            }
        }
        return response.responses();
    }

    private static List<ResponseBody<Void>> results(List<MultiSearchResponseItem<Void>> answers) {
        return answers.stream()
                .map(item -> {
                    if (item.isFailure()) {
                        LOG.warn(
                                "A query was refused: {}",
                                item.failure().error().type());
                        throw new QueryRefused();
                    }
                    return (ResponseBody<Void>) item.result();
                })
                .toList();
    }

    private static boolean isRefusal(int status) {
        return status == HttpStatus.BAD_REQUEST.value() || status == HttpStatus.CONTENT_TOO_LARGE.value();
    }
}
