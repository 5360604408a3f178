package io.microblog.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A figure day by day.
 *
 * @param days one number a day, none left out
 * @param total of all days; people count once in it, however many days they are in
 * @param previous the same of as many days before
 */
public record DailyFigures(List<Long> days, long total, long previous) {

    /**
     * Of what can be added up.
     *
     * @param counts by day, also of the days before; a day without one has none
     */
    public static DailyFigures sum(FigureDays days, Map<LocalDate, Long> counts) {
        return of(days, counts, sumOf(days, counts), sumOf(days.before(), counts));
    }

    /** Of what cannot. */
    public static DailyFigures of(FigureDays days, Map<LocalDate, Long> counts, long total, long previous) {
        return new DailyFigures(
                days.all().stream().map(day -> counts.getOrDefault(day, 0L)).toList(), total, previous);
    }

    private static long sumOf(FigureDays days, Map<LocalDate, Long> counts) {
        return days.all().stream()
                .mapToLong(day -> counts.getOrDefault(day, 0L))
                .sum();
    }
}
