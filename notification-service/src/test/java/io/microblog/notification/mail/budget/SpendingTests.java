package io.microblog.notification.mail.budget;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpendingTests {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,    1000000, AMPLE
            1000, 799,     AMPLE
            1000, 800,     LOW
            1000, 999,     LOW
            1000, 1000,    SPENT
            1000, 1100,    SPENT
            """)
    void runsLow(long limit, long sent, BudgetLevel level) {
        assertThat(new Spending(limit, sent, 0, 0).level()).isEqualTo(level);
    }

    @Test
    void foreseesWhatTheNextDayTakes() {
        assertThat(new Spending(1000, 500, 10, 7).forecast()).isEqualTo(247);
        assertThat(new Spending(1000, 500, 100, 0).spentAt(NOON)).contains(NOON.plusSeconds(5 * 3_600));
        assertThat(new Spending(1000, 1100, 100, 0).spentAt(NOON)).contains(NOON);
        assertThat(new Spending(1000, 500, 10, 0).spentAt(NOON)).isEmpty();
        assertThat(new Spending(1000, 500, 0, 0).spentAt(NOON)).isEmpty();
        assertThat(new Spending(0, 500, 100, 0).spentAt(NOON)).isEmpty();
    }
}
