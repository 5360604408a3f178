package io.microblog.notification.preference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DigestTimeTests {

    /** Whole, half and quarter hours off, with the clock changed on either side of the world, by half an hour, and never. */
    private static final List<ZoneId> ZONES = List.of(
                    "Europe/Madrid",
                    "America/New_York",
                    "America/St_Johns",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "Australia/Adelaide",
                    "Africa/Cairo",
                    "America/Santiago",
                    "Pacific/Chatham",
                    "Pacific/Kiritimati",
                    "UTC")
            .stream()
            .map(ZoneId::of)
            .toList();

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            8, MONDAY, DAILY,  Europe/Madrid,       2026-07-01T05:59:59Z, 2026-07-01T06:00:00Z
            8, MONDAY, DAILY,  Europe/Madrid,       2026-07-01T06:00:00Z, 2026-07-02T06:00:00Z
            8, MONDAY, WEEKLY, Europe/Madrid,       2026-07-01T06:00:00Z, 2026-07-06T06:00:00Z
            8, SUNDAY, WEEKLY, Asia/Kolkata,        2026-07-01T06:00:00Z, 2026-07-05T02:30:00Z
            # the day before the clocks go forward, and an hour that they leave out
            8, MONDAY, DAILY,  Europe/Madrid,       2026-03-28T07:00:00Z, 2026-03-29T06:00:00Z
            2, MONDAY, DAILY,  Europe/Madrid,       2026-03-28T07:00:00Z, 2026-03-29T01:00:00Z
            2, SUNDAY, WEEKLY, Australia/Lord_Howe, 2026-10-01T00:00:00Z, 2026-10-03T15:30:00Z
            # an hour that comes twice
            2, MONDAY, DAILY,  Europe/Madrid,       2026-10-24T07:00:00Z, 2026-10-25T00:00:00Z
            2, MONDAY, DAILY,  Europe/Madrid,       2026-10-25T00:00:00Z, 2026-10-26T01:00:00Z
            # midnight that is left out
            0, MONDAY, DAILY,  Africa/Cairo,        2026-04-23T12:00:00Z, 2026-04-23T22:00:00Z
            """)
    void isAtTheLocalHour(int hour, Weekday weekday, MailMode mode, ZoneId zone, Instant event, Instant due) {
        assertThat(new DigestTime(hour, weekday).after(event, mode, zone)).isEqualTo(due);
    }

    /**
     * Whatever happens when, in the years to come: it is told later and not in two digests, by the digest of the first day
     * whose hour comes, and no day has two of them.
     */
    @Test
    void tellsWhateverHappensOnceInTheNextDigest() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            MailMode mode = random.nextBoolean() ? MailMode.DAILY : MailMode.WEEKLY;
            var time =
                    new DigestTime(random.nextInt(24), List.of(Weekday.values()).get(random.nextInt(7)));
            Map<LocalDate, Instant> dueOf = new HashMap<>();
            var told = new TreeMap<Instant, Instant>();
            Instant event = BEGIN.plus(Duration.ofDays(random.nextInt(700)));
            for (int i = 0; i < 60; i++) {
                event = event.plusSeconds(random.nextInt(200_000));
                Instant due = time.after(event, mode, zone);
                String history = seed + ": " + event + " told at " + due.atZone(zone) + " by " + time;
                assertThat(due).as(history).isAfter(event);
                assertHour(time, due.atZone(zone), history);
                assertThat(Duration.between(event, due))
                        .as(history)
                        .isLessThanOrEqualTo(
                                Duration.ofDays(mode == MailMode.DAILY ? 1 : 7).plusHours(2));
                if (mode == MailMode.WEEKLY) {
                    assertThat(due.atZone(zone).getDayOfWeek())
                            .as(history)
                            .isEqualTo(time.weekday().day());
                }
                Instant sameDay = dueOf.putIfAbsent(due.atZone(zone).toLocalDate(), due);
                assertThat(sameDay).as(history).isIn(null, due);
                assertThat(told.put(event, due)).as(history).isIn(null, due);
            }
            assertThat(List.copyOf(told.values())).as("seed " + seed).isSorted();
            // None that could have told it earlier was passed over: what happens right before a digest is told by it.
            dueOf.values()
                    .forEach(due -> assertThat(time.after(due.minusSeconds(1), mode, zone))
                            .isEqualTo(due));
        }
    }

    /** The hour that was chosen, unless the clocks leave it out on that day. */
    private static void assertHour(DigestTime time, ZonedDateTime due, String history) {
        var change = due.getZone().getRules().getTransition(due.toLocalDate().atTime(time.hour(), 0));
        if (change == null || !change.isGap()) {
            assertThat(due.getHour()).as(history).isEqualTo(time.hour());
            assertThat(due.getMinute()).as(history).isZero();
        } else {
            assertThat(due.toInstant()).as(history).isEqualTo(change.getInstant());
        }
    }
}
