package io.microblog.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # in summer and in winter, over midnight
            22:00, 07:00, Europe/Madrid,  2026-07-01T21:00:00Z, 2026-07-02T05:00:00Z
            22:00, 07:00, Europe/Madrid,  2026-01-01T21:00:00Z, 2026-01-02T06:00:00Z
            22:00, 07:00, Europe/Madrid,  2026-01-02T05:59:59Z, 2026-01-02T06:00:00Z
            # within a day, half an hour off
            13:00, 14:30, Asia/Kolkata,   2026-01-02T07:30:00Z, 2026-01-02T09:00:00Z
            13:00, 14:30, Asia/Kathmandu, 2026-01-02T07:30:00Z, 2026-01-02T08:45:00Z
            # the night in which the clocks go forward, and an end that they leave out
            22:00, 07:00, Europe/Madrid,  2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z
            22:00, 02:30, Europe/Madrid,  2026-03-28T22:00:00Z, 2026-03-29T01:00:00Z
            # the night in which they go back, and an end that comes twice
            22:00, 07:00, Europe/Madrid,  2026-10-24T22:00:00Z, 2026-10-25T06:00:00Z
            22:00, 02:30, Europe/Madrid,  2026-10-25T00:10:00Z, 2026-10-25T00:30:00Z
            22:00, 02:30, Europe/Madrid,  2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z
            """)
    void lastUntilTheirEndByTheLocalClock(LocalTime from, LocalTime to, ZoneId zone, Instant now, Instant end) {
        assertThat(new QuietHours(from, to).endAfter(now, zone)).contains(end);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            22:00, 07:00, Europe/Madrid, 2026-01-02T06:00:00Z
            22:00, 07:00, Europe/Madrid, 2026-01-01T20:59:59Z
            13:00, 14:30, Asia/Kolkata,  2026-01-02T07:29:59Z
            13:00, 14:30, Asia/Kolkata,  2026-01-02T09:00:00Z
            22:00, 02:30, Europe/Madrid, 2026-03-29T01:00:00Z
            """)
    void endWithTheirEnd(LocalTime from, LocalTime to, ZoneId zone, Instant now) {
        assertThat(new QuietHours(from, to).endAfter(now, zone)).isEmpty();
    }
}
