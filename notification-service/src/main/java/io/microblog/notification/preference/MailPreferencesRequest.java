package io.microblog.notification.preference;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be mailed otherwise. What is left out stays as it is.
 *
 * @param kinds how to hear of each kind
 * @param quietHours when not to be mailed, by the clock of one's own time zone
 * @param digest when to get digests, by the same clock
 */
record MailPreferencesRequest(
        @Nullable MailModes kinds,
        @Nullable Hours quietHours,
        @Nullable Digest digest) {

    /**
     * @param hour 0 to 23
     * @param weekday of weekly ones
     */
    record Digest(@Nullable Integer hour, @Nullable Weekday weekday) {

        /**
         * What is wished over what holds.
         *
         * @throws Invalid when there is no such hour
         */
        DigestTime over(DigestTime before) {
            int wanted = Objects.requireNonNullElse(hour, before.hour());
            if (wanted < 0 || wanted > 23) {
                throw Invalid.field("digest.hour", "ERR_INVALID", "is not an hour from 0 to 23");
            }
            return new DigestTime(wanted, Objects.requireNonNullElse(weekday, before.weekday()));
        }
    }

    /**
     * Two times as {@code 22:30}; none of both for no quiet hours.
     *
     * @param from when they begin
     * @param to when they are over, perhaps on the next day
     */
    record Hours(@Nullable String from, @Nullable String to) {

        /**
         * The quiet hours, null for none.
         *
         * @throws Invalid naming the field, when one is missing or no time, or both are the same
         */
        @Nullable
        QuietHours read() {
            if (isEmpty(from) && isEmpty(to)) {
                return null;
            }
            var quiet = new QuietHours(time("quiet_hours.from", from), time("quiet_hours.to", to));
            if (quiet.from().equals(quiet.to())) {
                throw Invalid.field("quiet_hours.to", "ERR_INVALID", "is the same time as the beginning");
            }
            return quiet;
        }

        private static boolean isEmpty(@Nullable String time) {
            return time == null || time.isBlank();
        }

        private static LocalTime time(String field, @Nullable String time) {
            if (time == null || time.isBlank()) {
                throw Invalid.field(field, "ERR_BLANK", "can't be blank");
            }
            try {
                return LocalTime.parse(time.strip()).withSecond(0).withNano(0);
            } catch (DateTimeParseException e) {
                throw Invalid.field(field, "ERR_INVALID", "is not a time of day");
            }
        }
    }
}
