package io.microblog.user.login;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrehashedBcryptTests {

    private final PrehashedBcrypt encoder = new PrehashedBcrypt();

    @Test
    void matchesOnlyTheWholePassword() {
        String password = "x".repeat(128);
        String hash = encoder.encode(password);

        assertThat(encoder.matches(password, hash)).isTrue();
        assertThat(encoder.matches("x".repeat(127), hash)).isFalse();
        assertThat(encoder.matches("x".repeat(72), hash)).isFalse();
        assertThat(encoder.matches("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(encoder.encode("seven green apples")).isNotEqualTo(encoder.encode("seven green apples"));
    }
}
