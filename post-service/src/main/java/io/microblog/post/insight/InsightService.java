package io.microblog.post.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.microblog.kit.problem.NotFound;
import io.microblog.post.insight.Insights.Moment;
import io.microblog.post.insight.Insights.Total;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import org.springframework.stereotype.Service;

/** Adds up what an author asks for, by days, weeks and hours of the author's time zone. */
@Service
class InsightService {

    private final Insights insights;
    private final Statuses statuses;

    InsightService(Insights insights, Statuses statuses) {
        this.insights = insights;
        this.statuses = statuses;
    }

    ProfileInsight profile(long authorId, InsightRequest request) {
        Period period = request.period();
        List<Moment<ProfileNumbers>> moments = insights.ofAuthor(authorId, period);
        return new ProfileInsight(
                period.zone().getId(),
                period.from(),
                period.to(),
                request.bucket(),
                moments.stream().map(Moment::numbers).reduce(ProfileNumbers.NONE, ProfileNumbers::plus),
                spans(moments, period, request.bucket(), ProfileNumbers.NONE, ProfileNumbers::plus).entrySet().stream()
                        .map(span -> new ProfileInsight.Span(span.getKey(), span.getValue()))
                        .toList(),
                hours(moments, period),
                insights.languages(authorId, period));
    }

    /** @throws NotFound when it is not the author's own, or direct */
    PostInsight post(long authorId, long postId, InsightRequest request) {
        Period period = request.period();
        PostNumbers totals = insights.total(authorId, postId).orElseThrow(NotFound::new);
        return new PostInsight(
                statuses.one(postId, new Reader(authorId)),
                period.zone().getId(),
                period.from(),
                period.to(),
                request.bucket(),
                totals,
                spans(insights.ofPost(postId, period), period, request.bucket(), PostNumbers.NONE, PostNumbers::plus)
                        .entrySet()
                        .stream()
                        .map(span -> new PostInsight.Span(span.getKey(), span.getValue()))
                        .toList());
    }

    List<PostInsight.Ranked> best(long authorId, Period period, PostOrder order, int limit) {
        return withStatus(authorId, insights.best(authorId, period, order, limit));
    }

    List<PostInsight.Ranked> newest(long authorId, Period period, int limit) {
        return withStatus(authorId, insights.newest(authorId, period, limit));
    }

    private List<PostInsight.Ranked> withStatus(long authorId, List<Total> totals) {
        Map<String, Status> shown =
                statuses.read(totals.stream().map(Total::postId).toList(), new Reader(authorId)).stream()
                        .collect(Collectors.toMap(Status::id, Function.identity()));
        var ranked = new ArrayList<PostInsight.Ranked>();
        for (Total total : totals) {
            Status status = shown.get(Long.toString(total.postId()));
            if (status != null) {
                ranked.add(new PostInsight.Ranked(status, total.numbers()));
            }
        }
        return ranked;
    }

    /** Each day or week of the period by its first day. */
    private static <N> Map<LocalDate, N> spans(
            List<Moment<N>> moments, Period period, Bucket bucket, N none, BinaryOperator<N> plus) {
        var spans = new TreeMap<LocalDate, N>();
        period.from().datesUntil(period.to().plusDays(1)).forEach(day -> spans.put(bucket.of(day), none));
        for (Moment<N> moment : moments) {
            LocalDate day = LocalDate.ofInstant(moment.at(), period.zone());
            spans.merge(bucket.of(day), moment.numbers(), plus);
        }
        return spans;
    }

    private static List<ProfileInsight.Hour> hours(List<Moment<ProfileNumbers>> moments, Period period) {
        Map<Integer, ProfileNumbers> byHour = moments.stream()
                .collect(Collectors.toMap(
                        moment -> moment.at().atZone(period.zone()).getHour(), Moment::numbers, ProfileNumbers::plus));
        return IntStream.range(0, 24)
                .mapToObj(hour -> new ProfileInsight.Hour(hour, byHour.getOrDefault(hour, ProfileNumbers.NONE)))
                .toList();
    }
}
