package io.microblog.post.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What numbers are added up by. */
enum Bucket {
    DAY,
    /** From Monday on. */
    WEEK;

    /** The first day of the one that a day is in. */
    LocalDate of(LocalDate day) {
        return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The lower-case name used by the API. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
