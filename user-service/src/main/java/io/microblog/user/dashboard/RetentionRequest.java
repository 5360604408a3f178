package io.microblog.user.dashboard;

import io.microblog.internal.FigureDays;
import io.microblog.kit.problem.Invalid;
import io.microblog.user.login.ActiveDays;
import org.jspecify.annotations.Nullable;

/**
 * Whose return somebody wants to see.
 *
 * @param startAt a day of the first cohort
 * @param endAt a day of the last one
 * @param frequency {@code month}, or else {@code day}
 */
record RetentionRequest(
        @Nullable String startAt,
        @Nullable String endAt,
        @Nullable String frequency) {

    /** A quarter of a year: the answer grows with the square. */
    private static final int MOST_DAYS = 92;

    /** As the API has it, of what is not whole there are no cohorts. */
    boolean isEmpty() {
        return WishedDays.isBlank(startAt) || WishedDays.isBlank(endAt) || WishedDays.isBlank(frequency);
    }

    Frequency unit() {
        return "month".equals(frequency) ? Frequency.MONTH : Frequency.DAY;
    }

    /** @throws Invalid naming the field that cannot be accepted */
    FigureDays days() {
        return WishedDays.require(startAt, endAt, unit() == Frequency.MONTH ? ActiveDays.KEPT : MOST_DAYS);
    }
}
