package io.microblog.user.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.microblog.internal.FigureDays;

/** How long a cohort is. */
enum Frequency {
    DAY,
    MONTH;

    /** The lower-case name used by the API. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the one that a day is in. */
    LocalDate of(LocalDate day) {
        return this == DAY ? day : day.withDayOfMonth(1);
    }

    LocalDate next(LocalDate first) {
        return this == DAY ? first.plusDays(1) : first.plusMonths(1);
    }

    /** The first days of all that the days are in. */
    List<LocalDate> all(FigureDays days) {
        return Stream.iterate(of(days.from()), first -> !first.isAfter(days.to()), this::next)
                .toList();
    }
}
