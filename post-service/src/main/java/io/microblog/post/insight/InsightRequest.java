package io.microblog.post.insight;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What an author asks for.
 *
 * @param from the first day
 * @param to the last day
 * @param timeZone IANA name of the zone whose days these are
 * @param by what to add up
 */
record InsightRequest(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String timeZone,
        @Nullable Bucket by) {

    /** @throws io.microblog.kit.problem.Invalid when there are no such days */
    Period period() {
        return Period.of(from, to, timeZone);
    }

    Bucket bucket() {
        return Objects.requireNonNullElse(by, Bucket.DAY);
    }
}
