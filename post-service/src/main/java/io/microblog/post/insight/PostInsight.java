package io.microblog.post.insight;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.post.status.Status;

/**
 * How a post fared.
 *
 * @param totals until now
 * @param buckets the days or weeks asked for, in their order
 */
record PostInsight(
        Status status,
        String timeZone,
        LocalDate from,
        LocalDate to,
        Bucket by,
        PostNumbers totals,
        List<Span> buckets) {

    /**
     * A day or a week.
     *
     * @param date its first day
     */
    record Span(LocalDate date, @JsonUnwrapped PostNumbers numbers) {}

    /**
     * A post among others.
     *
     * @param totals until now
     */
    record Ranked(Status status, PostNumbers totals) {}
}
