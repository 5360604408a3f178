package io.microblog.user.dashboard;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

import io.microblog.internal.FigureDays;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** Reads the days that somebody asks for, in UTC. A time of day is left out. */
final class WishedDays {

    /** A leap year. */
    static final int MOST = 366;

    private static final int USUAL = 30;
    private static final int DATE_LENGTH = 10;
    private static final LocalDate EARLIEST = LocalDate.EPOCH;
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private WishedDays() {}

    /**
     * Both days have to be said.
     *
     * @throws Invalid naming the one that cannot be
     */
    static FigureDays require(@Nullable String start, @Nullable String end, int most) {
        return of(read("start_at", start), read("end_at", end), most);
    }

    /** The last 30 days, where nothing else is said. */
    static FigureDays usual(@Nullable String start, @Nullable String end) {
        LocalDate last = isBlank(end) ? LocalDate.now(ZoneOffset.UTC) : read("end_at", end);
        return of(isBlank(start) ? last.minusDays(USUAL - 1) : read("start_at", start), last, MOST);
    }

    static boolean isBlank(@Nullable String day) {
        return day == null || day.isBlank();
    }

    private static FigureDays of(LocalDate first, LocalDate last, int most) {
        if (last.isBefore(first)) {
            throw Invalid.field("end_at", "ERR_INVALID", "is before the first day");
        }
        if (first.plusDays(most).compareTo(last) <= 0) {
            throw Invalid.field(
                    "start_at", "ERR_TOO_LONG", "must not be more than %d days before the last".formatted(most - 1));
        }
        return new FigureDays(first, last);
    }

    private static LocalDate read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Invalid.field(field, "ERR_BLANK", "can't be blank");
        }
        LocalDate day = parse(text.strip());
        if (day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Invalid.field(field, "ERR_INVALID", "must be a day, as 2026-11-30");
        }
        return day;
    }

    private static @Nullable LocalDate parse(String text) {
        boolean timed = text.length() > DATE_LENGTH && "Tt ".indexOf(text.charAt(DATE_LENGTH)) >= 0;
        try {
            return LocalDate.parse(timed ? text.substring(0, DATE_LENGTH) : text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
