package io.microblog.post.insight;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * How a profile fared.
 *
 * @param timeZone whose days and hours these are
 * @param totals of all the days asked for
 * @param buckets days or weeks, in their order, those without numbers too
 * @param hours of the day, in their order
 * @param languages in which posts of these days are written, the most used first
 */
record ProfileInsight(
        String timeZone,
        LocalDate from,
        LocalDate to,
        Bucket by,
        ProfileNumbers totals,
        List<Span> buckets,
        List<Hour> hours,
        List<Language> languages) {

    /**
     * A day or a week.
     *
     * @param date its first day
     */
    record Span(LocalDate date, @JsonUnwrapped ProfileNumbers numbers) {}

    /**
     * An hour of every day.
     *
     * @param hour 0 to 23
     */
    record Hour(int hour, @JsonUnwrapped ProfileNumbers numbers) {}

    /**
     * The posts in a language.
     *
     * @param language ISO 639 code, null where it is not known
     * @param statusesCount how many
     * @param numbers what became of them until now
     */
    record Language(
            @Nullable String language,
            long statusesCount,
            @JsonUnwrapped PostNumbers numbers) {}
}
