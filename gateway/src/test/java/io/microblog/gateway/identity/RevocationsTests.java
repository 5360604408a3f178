package io.microblog.gateway.identity;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationsTests {

    private static final Instant REVOKED = Instant.parse("2026-11-22T11:14:05.700Z");

    private final Revocations revocations = new Revocations();
    private final long before = System.nanoTime();

    @Test
    void coversWhatWasIssuedUntilThen() {
        revocations.revokeAccount("1", REVOKED);

        assertThat(revocations.cover(token("1", "a", "2026-11-22T11:14:04Z"), before))
                .isTrue();
        assertThat(revocations.cover(token("1", "a", "2026-11-22T11:14:06Z"), before))
                .isFalse();
        assertThat(revocations.cover(token("2", "a", "2026-11-22T11:14:04Z"), before))
                .isFalse();
    }

    @Test
    void coversTheWholeSecond() {
        revocations.revokeAccount("1", REVOKED);

        assertThat(revocations.cover(token("1", "a", "2026-11-22T11:14:05Z"), before))
                .isTrue();
    }

    @Test
    void trustsAnswersToQuestionsAskedAfterwards() {
        revocations.revokeSession("a", REVOKED);

        assertThat(revocations.cover(token("1", "a", "2026-11-22T11:14:05Z"), System.nanoTime()))
                .isFalse();
    }

    @Test
    void keepsTheLaterOfTwo() {
        revocations.revokeSession("a", REVOKED);
        revocations.revokeSession("a", REVOKED.minus(Duration.ofMinutes(1)));

        assertThat(revocations.cover(token("1", "a", "2026-11-22T11:14:05Z"), before))
                .isTrue();
    }

    @Test
    void coversTokensWithoutAPerson() {
        revocations.revokeSession("app", REVOKED);

        assertThat(revocations.cover(
                        new InternalToken(
                                "jwt", null, "client", "app", REVOKED.minusSeconds(60), REVOKED.plusSeconds(240)),
                        before))
                .isTrue();
    }

    private static InternalToken token(String account, String sid, String issued) {
        Instant at = Instant.parse(issued);
        return new InternalToken("jwt", account, null, sid, at, at.plus(Duration.ofMinutes(5)));
    }
}
