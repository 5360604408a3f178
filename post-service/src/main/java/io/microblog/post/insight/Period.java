package io.microblog.post.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a time zone, the last one included.
 *
 * @param from the first
 * @param to the last
 */
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int USUAL_DAYS = 28;

    /** A leap year. */
    private static final int MOST_DAYS = 366;

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final LocalDate EARLIEST = LocalDate.EPOCH;
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /**
     * The days that somebody asks for; the last four weeks for who asks for none.
     *
     * @param zone IANA name, null for UTC
     * @throws Invalid when there is no such zone, or no such days, or more than a year of them
     */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String zone) {
        ZoneId place = zone == null || zone.isBlank() ? UTC : zone(zone);
        LocalDate last = Objects.requireNonNullElseGet(to, () -> LocalDate.now(place));
        LocalDate first = from == null && !last.isBefore(EARLIEST.plusDays(USUAL_DAYS))
                ? last.minusDays(USUAL_DAYS - 1)
                : Objects.requireNonNullElse(from, EARLIEST);
        if (first.isAfter(last)) {
            throw Invalid.field("from", "ERR_INVALID", "is later than the last day");
        }
        if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
            throw Invalid.field("from", "ERR_INVALID", "is out of range");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Invalid.field("from", "ERR_TOO_LONG", "is more than %d days before the last".formatted(MOST_DAYS));
        }
        return new Period(first, last, place);
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Invalid.field("time_zone", "ERR_INCLUSION", "is not included in the list");
        }
        return ZoneId.of(name);
    }

    /** When the first day begins. */
    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** When the last day is over. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Ids of what was published in these days are this one or above. */
    long firstId() {
        return IdGenerator.firstOf(start());
    }

    /** And they are below this one. */
    long endId() {
        return IdGenerator.firstOf(end());
    }
}
