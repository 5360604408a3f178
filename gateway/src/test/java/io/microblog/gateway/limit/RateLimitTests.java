package io.microblog.gateway.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitTests {

    @Test
    void isWrittenAsAFraction() {
        assertThat(RateLimit.valueOf("300/5m")).isEqualTo(new RateLimit(300, Duration.ofMinutes(5)));
        assertThat(RateLimit.valueOf(" 30 / 30s ")).isEqualTo(new RateLimit(30, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "300", "300/", "/5m", "0/5m", "300/0s", "-1/5m", "many/5m"})
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.valueOf(text));
    }
}
