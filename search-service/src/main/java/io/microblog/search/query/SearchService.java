package io.microblog.search.query;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.analysis.QueryPart;
import io.microblog.search.query.HitHydration.Hydrated;
import io.microblog.search.query.Operators.Place;
import io.microblog.search.query.SearchQuery.Scope;
import io.microblog.search.relation.Circle;
import io.microblog.search.relation.Relationships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Answers searches: ids from Elasticsearch, then what their owners show this reader of them. */
@Service
class SearchService {

    private static final Long NOBODY = 0L;

    /** What a better query finds must be so many times more. */
    private static final int MANY_MORE = 3;

    private final SearchEngine engine;
    private final Relationships relationships;
    private final HitHydration hydration;
    private final BaseUrl baseUrl;
    private final Duration deadline;

    SearchService(
            SearchEngine engine,
            Relationships relationships,
            HitHydration hydration,
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
            List<FoundTag> hashtags = query.wants(Scope.HASHTAGS) ? named(tag.get()) : List.of();
            return new SearchResponse(List.of(), List.of(), hashtags, null);
        }
        Found found = OwnLink.in(query.text(), baseUrl)
                .map(link -> follow(link, query, signedIn))
                .orElseGet(() -> find(query, reader, end));
        Hydrated shown = hydration.hydrate(found, reader, query.page().limit(), end);
        return new SearchResponse(
                shown.accounts(),
                highlighted(query, shown.statuses(), found.byName()),
                shown.hashtags(),
                reader == null || found.byName() ? null : meant(query, found, shown.statuses(), reader, end));
    }

    private static List<FoundStatus> highlighted(SearchQuery query, List<JsonNode> statuses, boolean byName) {
        if (byName || statuses.isEmpty()) {
            return statuses.stream()
                    .map(status -> FoundStatus.of(status, List.of()))
                    .toList();
        }
        Highlighter highlighter = new Highlighter(query.parts());
        return statuses.stream()
                .map(status -> FoundStatus.of(status, Highlights.of(status, highlighter)))
                .toList();
    }

    /** A better query, but only if it finds many more posts for this reader. */
    private @Nullable String meant(SearchQuery query, Found found, List<JsonNode> shown, long reader, long end) {
        if (query.offset() > 0 || shown.isEmpty() || found.strictly() * MANY_MORE > SearchEngine.FEW) {
            return null;
        }
        return new DidYouMean(query, shown)
                .text()
                .filter(text -> text.length() <= SearchQuery.MAX_LENGTH)
                .filter(text -> count(query.saying(text), reader, end) >= Math.max(1, found.strictly() * MANY_MORE))
                .orElse(null);
    }

    private long count(SearchQuery query, long reader, long end) {
        return statuses(query, relationships.of(reader), reader, 0, end)
                .map(question -> total(engine.ask(List.of(question.strict())).getFirst()))
                .orElse(0L);
    }

    /** The one hashtag of that name. */
    private List<FoundTag> named(String tag) {
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
        long strictly = total(answers.get(Scope.STATUSES));
        Map<Scope, SearchRequest> forgiving = new EnumMap<>(Scope.class);
        questions.forEach((scope, question) -> Optional.of(question)
                .filter(asked -> isLittle(answers.get(scope)))
                .flatMap(asked -> asked.forgiving().get())
                .ifPresent(request -> forgiving.put(scope, request)));
        answers.putAll(ask(forgiving));
        return Found.byWords(
                ids(answers.get(Scope.ACCOUNTS)),
                ids(answers.get(Scope.STATUSES)),
                hashtags(answers.get(Scope.HASHTAGS), query),
                strictly);
    }

    private Map<Scope, Question> questions(SearchQuery query, @Nullable Long reader, long end) {
        Circle circle = reader == null ? Circle.NOBODY : relationships.of(reader);
        int size = HitHydration.withReserve(query.page().limit());
        Map<Scope, Question> questions = new EnumMap<>(Scope.class);
        if (query.wantsAccounts()) {
            List<Query> filters = SearchConditions.ofAccounts(query, circle, reader);
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
        List<QueryPart> words = query.parts();
        Operators operators = query.operators();
        if (words.isEmpty() && !operators.narrow()) {
            return Optional.empty();
        }
        Query reach = reach(operators.place(), circle, reader, end);
        List<Query> filters = SearchConditions.ofStatuses(
                query, circle, author(operators.from(), reader), authors(operators.notFrom(), reader), reach);
        TextMatch match = new TextMatch(words);
        return Optional.of(new Question(
                StatusQuery.of(query, match.strict(), filters, size),
                () -> Optional.of(StatusQuery.of(query, match.forgiving(), filters, size))));
    }

    private Query reach(@Nullable Place place, Circle circle, long reader, long end) {
        return switch (place) {
            case null -> Reach.of(reader, circle.followed());
            case ALL -> Reach.of(reader, circle.followed());
            case PUBLIC -> Reach.open(circle.followed());
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

    private Set<Long> authors(Set<String> names, long reader) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<Long> authors =
                new HashSet<>(ids(engine.ask(List.of(AccountQuery.named(names))).getFirst()));
        if (names.contains("me")) {
            authors.add(reader);
        }
        return authors;
    }

    private static boolean isLittle(@Nullable ResponseBody<Void> answer) {
        if (answer == null) {
            return false;
        }
        return total(answer) < (answer.aggregations().isEmpty() ? SearchEngine.FEW : 1);
    }

    private static long total(@Nullable ResponseBody<Void> answer) {
        TotalHits total = answer == null ? null : answer.hits().total();
        return total == null ? 0 : total.value();
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

    private List<FoundTag> hashtags(@Nullable ResponseBody<Void> answer, SearchQuery query) {
        return answer == null
                ? List.of()
                : HashtagQuery.read(query.text(), answer.aggregations(), baseUrl).stream()
                        .skip(query.offset())
                        .limit(query.page().limit())
                        .toList();
    }
}
