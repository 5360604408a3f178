package io.microblog.notification.announcement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the authors of an announcement decide of it.
 *
 * @param mainLanguage of the text for those in whose languages there is none
 * @param texts one for each language, the main one included
 * @param scheduledAt when to publish it; null for at once
 * @param startsAt when that begins of which it tells
 * @param endsAt when that ends, and with it the announcement
 * @param allDay whether these two are days rather than moments
 * @param mailed whether it goes out by mail, too
 */
public record AnnouncementDraft(
        String mainLanguage,
        List<AnnouncementText> texts,
        @Nullable Instant scheduledAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        boolean allDay,
        Addressees addressees,
        boolean mailed) {

    /** When nobody is shown it any more: at its end, or after its last day (UTC); null for never. */
    @Nullable
    Instant overAt() {
        if (endsAt == null || !allDay) {
            return endsAt;
        }
        return endsAt.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    }
}
