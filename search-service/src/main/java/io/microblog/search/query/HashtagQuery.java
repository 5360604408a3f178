package io.microblog.search.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregationCollectMode;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.microblog.kit.web.BaseUrl;
import io.microblog.search.document.DocumentKind;
import org.jspecify.annotations.Nullable;

/** Finds hashtags by their beginning, the most used first, counted in the posts that have them now. */
final class HashtagQuery {

    private static final int DAYS = 7;

    private HashtagQuery() {}

    static SearchRequest of(String beginning, int count) {
        Instant since =
                today().minusDays(DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
        Aggregation tags = Aggregation.of(tag -> tag.terms(terms -> terms.field("hashtags")
                        .include(include -> include.regexp(literally(beginning) + ".*"))
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
        return SearchRequest.of(search -> search.index(DocumentKind.POSTS.alias())
                .size(0)
                .query(query -> query.prefix(prefix -> prefix.field("hashtags").value(beginning)))
                .aggregations("tags", tags));
    }

    static List<TagResponse> read(Map<String, Aggregate> aggregations, BaseUrl baseUrl) {
        return named(aggregations, "tags").sterms().buckets().array().stream()
                .map(bucket -> tag(bucket, baseUrl))
                .toList();
    }

    private static TagResponse tag(StringTermsBucket bucket, BaseUrl baseUrl) {
        String name = bucket.key().stringValue();
        return new TagResponse(name, name, baseUrl.resolve("/tags/" + name), history(bucket));
    }

    private static List<TagResponse.Day> history(StringTermsBucket bucket) {
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

    private static TagResponse.Day day(Instant day, @Nullable DateHistogramBucket used) {
        long uses = used == null ? 0 : used.docCount();
        long accounts = used == null
                ? 0
                : named(used.aggregations(), "accounts").cardinality().value();
        return new TagResponse.Day(Long.toString(day.getEpochSecond()), Long.toString(uses), Long.toString(accounts));
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
