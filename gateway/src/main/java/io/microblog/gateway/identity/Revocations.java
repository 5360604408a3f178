package io.microblog.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Credentials that ended of late. Kept for as long as an internal token issued before could still be valid.
 *
 * <p>A token's {@code iat} has whole seconds, so one issued in the very second of the revocation counts as revoked. What
 * user-service said after the revocation was known here stands: it knew of it too.
 */
@Component
class Revocations {

    /** The life of an internal token. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final long MAX_KEPT = 100_000;

    private record Revocation(Instant until, long knownAt) {
        boolean covers(Instant issuedAt, long askedAt) {
            return !issuedAt.isAfter(until) && askedAt - knownAt < 0;
        }

        Revocation and(Revocation later) {
            return new Revocation(until.isAfter(later.until) ? until : later.until, later.knownAt);
        }
    }

    private final Cache<String, Revocation> byAccount = recent();
    private final Cache<String, Revocation> bySession = recent();

    /** Everything of the account issued until then is void. */
    void revokeAccount(String accountId, Instant revokedAt) {
        remember(byAccount, accountId, revokedAt);
    }

    /** Everything of the session or access token issued until then is void. */
    void revokeSession(String sid, Instant revokedAt) {
        remember(bySession, sid, revokedAt);
    }

    /** Whether the token was revoked after it was asked for. */
    boolean cover(InternalToken token, long askedAt) {
        return covers(byAccount, token.accountId(), token, askedAt) || covers(bySession, token.sid(), token, askedAt);
    }

    private static boolean covers(
            Cache<String, Revocation> revoked, @Nullable String key, InternalToken token, long askedAt) {
        Revocation revocation = key == null ? null : revoked.getIfPresent(key);
        return revocation != null && revocation.covers(token.issuedAt(), askedAt);
    }

    private static void remember(Cache<String, Revocation> revoked, String key, Instant revokedAt) {
        var revocation = new Revocation(revokedAt.truncatedTo(ChronoUnit.SECONDS), System.nanoTime());
        revoked.asMap().merge(key, revocation, Revocation::and);
    }

    private static Cache<String, Revocation> recent() {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MAX_KEPT)
                .executor(Runnable::run)
                .build();
    }
}
