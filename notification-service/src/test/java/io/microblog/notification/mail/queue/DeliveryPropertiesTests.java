package io.microblog.notification.mail.queue;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryPropertiesTests {

    private final DeliveryProperties properties = new DeliveryProperties(
            50,
            500,
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofDays(30));

    @Test
    void doublesThePauseUpToTheLongest() {
        assertThat(properties.pauseAfter(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(properties.pauseAfter(4)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(properties.pauseAfter(1_000)).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    }

    @Test
    void spreadsThePauses() {
        assertThat(Stream.generate(() -> properties.pauseAfter(8)).limit(20).distinct())
                .hasSizeGreaterThan(10);
    }
}
