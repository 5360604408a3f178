package io.microblog.notification.preference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When a person gets digests, by the clock on their wall.
 *
 * @param hour 0 to 23
 * @param weekday of weekly ones
 */
public record DigestTime(int hour, Weekday weekday) {

    /** Of those who have not said. */
    static final DigestTime USUAL = new DigestTime(8, Weekday.MONDAY);

    /**
     * When the first digest after something is due, which tells of it.
     *
     * @param mode daily or weekly
     */
    public Instant after(Instant event, MailMode mode, ZoneId zone) {
        LocalDate day = event.atZone(zone).toLocalDate();
        while (!isDay(day, mode) || !at(day, zone).isAfter(event)) {
            day = day.plusDays(1);
        }
        return at(day, zone);
    }

    private boolean isDay(LocalDate day, MailMode mode) {
        return mode != MailMode.WEEKLY || day.getDayOfWeek() == weekday.day();
    }

    /** An hour that the clocks leave out is when they do so; one that comes twice is the first. */
    private Instant at(LocalDate day, ZoneId zone) {
        LocalDateTime time = day.atTime(hour, 0);
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }
}
