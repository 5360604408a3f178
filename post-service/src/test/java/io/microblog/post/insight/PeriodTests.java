package io.microblog.post.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodTests {

    @Test
    void daysBeginWhereTheyAre() {
        LocalDate day = LocalDate.of(2026, 11, 29);

        Period period = Period.of(day, day, "Asia/Kathmandu");

        assertThat(period.start()).isEqualTo(Instant.parse("2026-11-28T18:15:00Z"));
        assertThat(period.end()).isEqualTo(Instant.parse("2026-11-29T18:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-06-01, 24"})
    void daysAreAsLongAsTheyAre(LocalDate day, int hours) {
        Period period = Period.of(day, day, "Europe/Madrid");

        assertThat(Duration.between(period.start(), period.end())).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void fourWeeksAreUsual() {
        Period period = Period.of(null, LocalDate.of(2026, 11, 29), null);

        assertThat(period.from()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(period.zone().getId()).isEqualTo("UTC");
    }
}
