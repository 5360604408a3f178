package io.microblog.notification.preference;

import org.jspecify.annotations.Nullable;

/**
 * How a person is mailed.
 *
 * @param kinds how they hear of each kind
 * @param quietHours when they are not mailed, null for never
 * @param digest when they get digests
 * @param timeZone the IANA name of the zone whose clock counts
 */
record MailPreferencesResponse(MailModes kinds, @Nullable Hours quietHours, Digest digest, String timeZone) {

    /** Two times as {@code 22:30}. */
    record Hours(String from, String to) {}

    /**
     * @param hour 0 to 23
     * @param weekday of weekly ones
     */
    record Digest(int hour, Weekday weekday) {}

    static MailPreferencesResponse from(MailChoices choices, String timeZone) {
        QuietHours quiet = choices.quietHours();
        return new MailPreferencesResponse(
                MailModes.of(choices),
                quiet == null
                        ? null
                        : new Hours(quiet.from().toString(), quiet.to().toString()),
                new Digest(choices.digestTime().hour(), choices.digestTime().weekday()),
                timeZone);
    }
}
