package io.microblog.kit.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedTokensTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private final JwtTimestampValidator validity = new JwtTimestampValidator(Duration.ZERO);
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, validity);

    private Jwt verify(String token) {
        verified.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("Not ours");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(NOON)
                .build();
    }

    private void itIs(Instant time) {
        validity.setClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void verifiesTheSameTokenOnce() {
        itIs(NOON.minusSeconds(60));

        assertThat(tokens.decode("alice").getSubject()).isEqualTo("alice");
        assertThat(tokens.decode("alice").getSubject()).isEqualTo("alice");

        assertThat(verified).containsExactly("alice");
    }

    @Test
    void takesNoTokenForAnother() {
        itIs(NOON.minusSeconds(60));
        tokens.decode("alice");

        assertThat(tokens.decode("bob").getSubject()).isEqualTo("bob");
        assertThat(verified).containsExactly("alice", "bob");
    }

    @Test
    void refusesAKnownTokenOnceItHasExpired() {
        itIs(NOON.minusSeconds(60));
        tokens.decode("alice");
        itIs(NOON.plusSeconds(1));

        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("alice"));
    }

    @Test
    void remembersNoRefusal() {
        itIs(NOON.minusSeconds(60));

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("forged"));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("forged"));
        assertThat(verified).hasSize(2);
    }
}
