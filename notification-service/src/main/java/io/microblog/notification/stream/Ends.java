package io.microblog.notification.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.microblog.notification.stream.Listener.Credential;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Credentials that ended of late, for those who begin to listen by one in that very moment. The gateway refuses it to all
 * others, so there is nothing to know from before the start.
 */
@Component
class Ends {

    /** The life of an internal token. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Map<String, End> recent = new ConcurrentHashMap<>();

    private record End(Instant until, Instant heardAt) {}

    /** Everything of the account issued until then is void. */
    void endAccount(long accountId, Instant until) {
        remember("account:" + accountId, until);
    }

    /** Everything of the session or access token issued until then is void. */
    void endSession(String sid, Instant until) {
        remember("session:" + sid, until);
    }

    /** Whether it is void; a token's times have whole seconds. */
    boolean cover(Credential credential) {
        return covers("account:" + credential.accountId(), credential)
                || covers(credential.sid() == null ? null : "session:" + credential.sid(), credential);
    }

    private boolean covers(@Nullable String key, Credential credential) {
        End end = key == null ? null : recent.get(key);
        return end != null && !credential.issuedAt().isAfter(end.until());
    }

    private void remember(String key, Instant until) {
        Instant now = Instant.now();
        recent.values().removeIf(end -> end.heardAt().isBefore(now.minus(KEPT)));
        recent.put(key, new End(until.truncatedTo(ChronoUnit.SECONDS), now));
    }
}
