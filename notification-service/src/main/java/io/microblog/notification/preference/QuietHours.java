package io.microblog.notification.preference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * When a person wants no news by mail, by the clock on their wall. It may go over midnight.
 *
 * @param from when it begins
 * @param to when it is over; another time than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** When they are over, if it is quiet now. */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (!isQuiet(time)) {
            return Optional.empty();
        }
        LocalDate today = local.toLocalDate();
        return Optional.of(end(local, (time.isBefore(to) ? today : today.plusDays(1)).atTime(to)));
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /** A time that the clocks leave out is when they do so; of one that comes twice, the next. */
    private static Instant end(ZonedDateTime now, LocalDateTime end) {
        ZoneOffsetTransition change = now.getZone().getRules().getTransition(end);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.ofLocal(end, now.getZone(), now.getOffset()).toInstant();
    }
}
