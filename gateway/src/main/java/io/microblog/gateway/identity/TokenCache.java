package io.microblog.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What credentials are worth, for a short while and with one question at a time for each. While user-service cannot be
 * asked, its last answer holds until the token expires, unless a revocation says otherwise.
 */
@Component
class TokenCache {

    private static final Duration FRESH = Duration.ofSeconds(60);

    /** A guess costs user-service nothing when it is repeated. */
    private static final Duration WORTHLESS = Duration.ofSeconds(3);

    /** An old answer that stands in for a missing one: user-service is asked again soon. */
    private static final Duration STAND_IN = Duration.ofSeconds(2);

    private static final long MAX_ENTRIES = 50_000;

    /** Each revocation that arrives during a question makes it worth asking again, but not for ever. */
    private static final int QUESTIONS = 3;

    private record Entry(Verdict verdict, boolean standIn) {}

    private final TokenExchange exchange;
    private final Revocations revocations;
    private final Clock clock = Clock.systemUTC();

    private final AsyncCache<String, Entry> fresh = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfter(Expiry.creating((String key, Entry entry) -> lifeOf(entry)))
            .executor(Runnable::run)
            .recordStats()
            .buildAsync();
    private final Cache<String, Verdict> last = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(Revocations.KEPT)
            .executor(Runnable::run)
            .build();

    TokenCache(TokenExchange exchange, Revocations revocations, MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, fresh, "tokens");
        this.exchange = exchange;
        this.revocations = revocations;
    }

    /** The token that the credential stands for; empty when it stands for none. */
    Mono<InternalToken> find(Credential credential) {
        return find(credential, credential.fingerprint(), QUESTIONS);
    }

    /** Forgets all answers. */
    void clear() {
        fresh.synchronous().invalidateAll();
        last.invalidateAll();
    }

    private Mono<InternalToken> find(Credential credential, String key, int questions) {
        CompletableFuture<Entry> answer = fresh.get(key, (name, executor) -> ask(credential, name));
        return Mono.fromFuture(answer, true).flatMap(entry -> {
            InternalToken token = entry.verdict().token();
            if (token == null) {
                return Mono.empty();
            }
            if (!revocations.cover(token, entry.verdict().askedAt())) {
                return Mono.just(token);
            }
            fresh.asMap().remove(key, answer);
            last.asMap().remove(key, entry.verdict());
            return questions > 1 ? find(credential, key, questions - 1) : Mono.empty();
        });
    }

    private CompletableFuture<Entry> ask(Credential credential, String key) {
        return exchange.exchange(credential)
                .doOnNext(verdict -> remember(key, verdict))
                .map(verdict -> new Entry(verdict, false))
                .onErrorResume(failure -> {
                    Verdict known = stillValid(key);
                    return known == null ? Mono.error(failure) : Mono.just(new Entry(known, true));
                })
                .toFuture()
                .thenApply(Objects::requireNonNull);
    }

    private void remember(String key, Verdict verdict) {
        if (verdict.token() == null) {
            last.invalidate(key);
        } else {
            last.put(key, verdict);
        }
    }

    private @Nullable Verdict stillValid(String key) {
        Verdict known = last.getIfPresent(key);
        InternalToken token = known == null ? null : known.token();
        return token != null && token.isValidAt(clock.instant()) ? known : null;
    }

    private Duration lifeOf(Entry entry) {
        InternalToken token = entry.verdict().token();
        if (token == null) {
            return WORTHLESS;
        }
        Duration wanted = entry.standIn() ? STAND_IN : FRESH;
        Duration left = Duration.between(Instant.now(clock), token.expiresAt());
        return left.compareTo(wanted) < 0 ? (left.isPositive() ? left : Duration.ZERO) : wanted;
    }
}
