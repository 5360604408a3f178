package io.microblog.notification.preference;

import java.time.DayOfWeek;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** A day of the week, as the API names it. */
public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    DayOfWeek day() {
        return DayOfWeek.valueOf(name());
    }
}
