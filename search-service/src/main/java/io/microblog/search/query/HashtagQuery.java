package io.microblog.search.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationCollectMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.analysis.Name;
import io.microblog.search.document.DocumentKind;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Finds hashtags that are the text, begin with it or have it inside, in this order and of each sort the most used first; and
 * where there are none, those that differ by a typo. They are counted in the posts that have them now.
 *
 * <p>A post's {@code tags} are pairs of the folded and the real name, which no name has a blank inside to confuse.
 */
final class HashtagQuery {

    private static final int DAYS = 7;

    /** Shorter texts are inside of everything. */
    private static final int LONG_ENOUGH_TO_BE_INSIDE = 3;

    /** How many hashtags of the posts that have a similar one are looked at. */
    private static final int NEIGHBOURS = 500;

    private static final List<String> SORTS = List.of("same", "beginning", "inside");

    private HashtagQuery() {}

    /** The text as a hashtag is compared; empty when it cannot be one. */
    static Optional<String> name(String text) {
        return Optional.of(Name.joined(text)).filter(name -> name.codePoints().anyMatch(Character::isLetter));
    }

    static SearchRequest strict(String name, int count) {
        String literal = literally(name);
        String inside = isInside(name) ? ".+" + literal + "[^ ]* .*" : literal + "[^ ]+ .*";
        String any = isInside(name) ? "[^ ]*" + literal + "[^ ]* .*" : literal + "[^ ]* .*";
        Query having = Query.of(q -> q.regexp(regexp -> regexp.field("tags").value(any)));
        return asking(having)
                .aggregations("same", tags(literal + " .*", count))
                .aggregations("beginning", tags(literal + "[^ ]+ .*", count))
                .aggregations("inside", tags(inside, count))
                .build();
    }

    static SearchRequest forgiving(String name) {
        Query similar = Worth.TYPO.typos("tag_names", name, Typos.in(name));
        return asking(similar).aggregations("similar", tags(".*", NEIGHBOURS)).build();
    }

    /** Whether typos in so short a name can be forgiven. */
    static boolean isForgivable(String name) {
        return Typos.in(name) > 0;
    }

    private static boolean isInside(String name) {
        return name.codePointCount(0, name.length()) >= LONG_ENOUGH_TO_BE_INSIDE
                || Character.isIdeographic(name.codePointAt(0));
    }

    private static SearchRequest.Builder asking(Query having) {
        return new SearchRequest.Builder()
                .index(DocumentKind.POSTS.alias())
                .size(0)
                .query(query -> query.bool(bool -> bool.filter(having, Reach.everybody())));
    }

    private static Aggregation tags(String pattern, int count) {
        Instant since =
                today().minusDays(DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Aggregation.of(tag -> tag.terms(terms -> terms.field("tags")
                        .include(include -> include.regexp(pattern))
                        .size(count)
                        .collectMode(TermsAggregationCollectMode.BreadthFirst))
                .aggregations(
                        "recent",
                        recent -> recent.filter(filter -> filter.range(range -> range.date(
                                        date -> date.field("created_at").gte(since.toString()))))
                                .aggregations(
                                        "days",
                                        days -> days.dateHistogram(histogram -> histogram
                                                        .field("created_at")
                                                        .calendarInterval(CalendarInterval.Day)
                                                        .minDocCount(1))
                                                .aggregations(
                                                        "accounts",
                                                        people -> people.cardinality(c -> c.field("author_id"))))));
    }

    static List<FoundTag> read(String text, Map<String, Aggregate> aggregations, BaseUrl baseUrl) {
        if (aggregations.containsKey("similar")) {
            return name(text).map(name -> similar(name, aggregations, baseUrl)).orElse(List.of());
        }
        return SORTS.stream()
                .flatMap(sort -> buckets(aggregations, sort))
                .map(bucket -> tag(bucket, baseUrl))
                .distinct()
                .toList();
    }

    /** Of all hashtags of the posts that have a similar one, those that are similar. */
    private static List<FoundTag> similar(String name, Map<String, Aggregate> aggregations, BaseUrl baseUrl) {
        var similar = new CharacterRunAutomaton(Operations.determinize(
                new LevenshteinAutomata(name, true).toAutomaton(Typos.in(name)),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        return buckets(aggregations, "similar")
                .filter(bucket -> similar.run(bucket.key().stringValue().split(" ")[0]))
                .map(bucket -> tag(bucket, baseUrl))
                .toList();
    }

    private static Stream<StringTermsBucket> buckets(Map<String, Aggregate> aggregations, String sort) {
        return named(aggregations, sort).sterms().buckets().array().stream();
    }

    private static FoundTag tag(StringTermsBucket bucket, BaseUrl baseUrl) {
        String name = bucket.key().stringValue().split(" ")[1];
        return new FoundTag(name, name, baseUrl.resolve("/tags/" + name), history(bucket));
    }

    private static List<FoundTag.Day> history(StringTermsBucket bucket) {
        Aggregate recent = named(bucket.aggregations(), "recent");
        Aggregate days = named(recent.filter().aggregations(), "days");
        Map<Long, DateHistogramBucket> used = days.dateHistogram().buckets().array().stream()
                .collect(Collectors.toMap(DateHistogramBucket::key, day -> day));
        LocalDate today = today();
        return IntStream.range(0, DAYS)
                .mapToObj(back ->
                        today.minusDays(back).atStartOfDay(ZoneOffset.UTC).toInstant())
                .map(day -> day(day, used.get(day.toEpochMilli())))
                .toList();
    }

    private static FoundTag.Day day(Instant day, @Nullable DateHistogramBucket used) {
        long uses = used == null ? 0 : used.docCount();
        long accounts = used == null
                ? 0
                : named(used.aggregations(), "accounts").cardinality().value();
        return new FoundTag.Day(Long.toString(day.getEpochSecond()), Long.toString(uses), Long.toString(accounts));
    }

    /** The text as a regular expression of the engine that matches nothing but the text. */
    static String literally(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining());
    }

    private static Aggregate named(Map<String, Aggregate> aggregations, String name) {
        return Objects.requireNonNull(aggregations.get(name), name);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
