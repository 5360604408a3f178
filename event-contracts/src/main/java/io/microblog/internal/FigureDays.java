package io.microblog.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Days in UTC that something is counted over.
 *
 * @param from the first
 * @param to the last
 */
public record FigureDays(LocalDate from, LocalDate to) {

    /** How many there are. */
    public int length() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days right before, with which these are compared. */
    public FigureDays before() {
        return new FigureDays(from.minusDays(length()), from.minusDays(1));
    }

    /** These together with those before. */
    public FigureDays withBefore() {
        return new FigureDays(before().from(), to);
    }

    /** The day after the last one. */
    public LocalDate end() {
        return to.plusDays(1);
    }

    /** Each of them, the first day first. */
    public List<LocalDate> all() {
        return from.datesUntil(end()).toList();
    }
}
