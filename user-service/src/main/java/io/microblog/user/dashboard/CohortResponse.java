package io.microblog.user.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.kit.openapi.SchemaName;

/**
 * The API's {@code Admin::Cohort}: who signed up in a period, and how many of them were here in it and in those after it.
 *
 * @param period its first midnight
 */
@SchemaName("AdminCohort")
record CohortResponse(Instant period, Frequency frequency, List<Return> data) {

    /**
     * One period of them.
     *
     * @param date its first midnight
     * @param rate the share of the cohort, 0 to 1
     * @param value how many, written as a string
     */
    @SchemaName("AdminCohortReturn")
    record Return(Instant date, double rate, String value) {

        static Return of(LocalDate first, long people, long cohort) {
            return new Return(midnight(first), cohort == 0 ? 0 : (double) people / cohort, String.valueOf(people));
        }
    }

    static CohortResponse of(LocalDate first, Frequency frequency, List<Return> data) {
        return new CohortResponse(midnight(first), frequency, data);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
