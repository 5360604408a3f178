package io.microblog.search.query;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.analysis.Part;
import io.microblog.search.query.Operators.Place;
import io.microblog.search.query.SearchQuery.Scope;
import io.microblog.search.relation.Circle;
import io.microblog.search.relation.Relationships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers searches: ids from Elasticsearch, then what their owners show this reader of them. */
@Service
class SearchService {

    private static final Long NOBODY = 0L;

    private final SearchEngine engine;
    private final Relationships relationships;
    private final Hydration hydration;
    private final BaseUrl baseUrl;
    private final Duration deadline;

    SearchService(
            SearchEngine engine,
            Relationships relationships,
            Hydration hydration,
            BaseUrl baseUrl,
            QueryProperties properties) {
        this.engine = engine;
        this.relationships = relationships;
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
        Optional<String> tag = query.tagOf(baseUrl);
        if (tag.isPresent()) {
            return new SearchResponse(List.of(), List.of(), query.wants(Scope.HASHTAGS) ? named(tag.get()) : List.of());
        }
        Found found = OwnLink.in(query.text(), baseUrl)
                .map(link -> follow(link, query, signedIn))
                .orElseGet(() -> find(query, reader, end));
        return hydration.hydrate(found, reader, query.page().limit(), end);
    }

    /** The one hashtag of that name. */
    private List<TagResponse> named(String tag) {
        return HashtagQuery.name(tag).stream()
                .map(name -> HashtagQuery.strict(name, 1))
                .map(question -> engine.ask(List.of(question)).getFirst())
                .flatMap(answer -> HashtagQuery.read(tag, answer.aggregations(), baseUrl).stream())
                .filter(found -> found.name().equals(tag))
                .toList();
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

    /**
     * What is asked of the engine for one sort of results.
     *
     * @param forgiving what is asked besides where that finds little; made only then
     */
    private record Question(SearchRequest strict, Supplier<Optional<SearchRequest>> forgiving) {}

    private Found find(SearchQuery query, @Nullable Long reader, long end) {
        Map<Scope, Question> questions = questions(query, reader, end);
        Map<Scope, SearchRequest> strict = new EnumMap<>(Scope.class);
        questions.forEach((scope, question) -> strict.put(scope, question.strict()));
        Map<Scope, ResponseBody<Void>> answers = ask(strict);
        Map<Scope, SearchRequest> forgiving = new EnumMap<>(Scope.class);
        questions.forEach((scope, question) -> Optional.of(question)
                .filter(asked -> isLittle(answers.get(scope)))
                .flatMap(asked -> asked.forgiving().get())
                .ifPresent(request -> forgiving.put(scope, request)));
        answers.putAll(ask(forgiving));
        return Found.byWords(
                ids(answers.get(Scope.ACCOUNTS)),
                ids(answers.get(Scope.STATUSES)),
                hashtags(answers.get(Scope.HASHTAGS), query));
    }

    private Map<Scope, Question> questions(SearchQuery query, @Nullable Long reader, long end) {
        Circle circle = reader == null ? Circle.NOBODY : relationships.of(reader);
        int size = Hydration.withReserve(query.page().limit());
        Map<Scope, Question> questions = new EnumMap<>(Scope.class);
        if (query.wantsAccounts()) {
            List<Query> filters = Filters.ofAccounts(query, circle);
            AccountQuery.localName(query.text(), baseUrl)
                    .map(name -> new Question(
                            AccountQuery.strict(name, filters, query.offset(), size),
                            () -> Optional.of(AccountQuery.forgiving(name, filters, query.offset(), size))))
                    .ifPresent(question -> questions.put(Scope.ACCOUNTS, question));
        }
        if (query.wantsStatuses() && reader != null) {
            statuses(query, circle, reader, size, end).ifPresent(question -> questions.put(Scope.STATUSES, question));
        }
        if (query.wantsHashtags()) {
            int count = query.offset() + query.page().limit();
            HashtagQuery.name(query.text())
                    .map(name -> new Question(
                            HashtagQuery.strict(name, count),
                            () -> Optional.of(name)
                                    .filter(HashtagQuery::isForgivable)
                                    .map(HashtagQuery::forgiving)))
                    .ifPresent(question -> questions.put(Scope.HASHTAGS, question));
        }
        return questions;
    }

    /** Empty when there is nothing to search posts by. */
    private Optional<Question> statuses(SearchQuery query, Circle circle, long reader, int size, long end) {
        List<Part> words = query.parts();
        Operators operators = query.operators();
        if (words.isEmpty() && !operators.narrow()) {
            return Optional.empty();
        }
        Query reach = reach(operators.place(), reader, end);
        List<Query> filters = Filters.ofStatuses(query, circle, author(operators.from(), reader), reach);
        TextMatch match = new TextMatch(words);
        return Optional.of(new Question(
                StatusQuery.of(query, match.strict(), filters, size),
                () -> Optional.of(StatusQuery.of(query, match.forgiving(), filters, size))));
    }

    private Query reach(@Nullable Place place, long reader, long end) {
        return switch (place) {
            case null -> Reach.of(reader);
            case ALL -> Reach.of(reader);
            case PUBLIC -> Reach.everybody();
            case LIBRARY -> Reach.library(reader, hydration.kept(reader, end));
        };
    }

    /** Null for anybody; nobody's id when there is nobody of that name. */
    private @Nullable Long author(@Nullable String from, long reader) {
        if (from == null || from.equals("me")) {
            return from == null ? null : reader;
        }
        return ids(engine.ask(List.of(AccountQuery.named(from))).getFirst()).stream()
                .findFirst()
                .orElse(NOBODY);
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
