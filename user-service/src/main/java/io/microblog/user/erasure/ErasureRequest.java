package io.microblog.user.erasure;

import java.time.Duration;
import java.time.Instant;

/**
 * That somebody wants an account erased, which waits for a second person.
 *
 * @param askedBy who does
 * @param askedByName their user name
 */
public record ErasureRequest(long targetId, long askedBy, String askedByName, Instant askedAt) {

    private static final Duration VALID = Duration.ofDays(30);

    /** From when on it counts no more. */
    public Instant expiresAt() {
        return askedAt.plus(VALID);
    }

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt());
    }
}
