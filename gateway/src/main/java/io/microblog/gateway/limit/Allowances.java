package io.microblog.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.stereotype.Component;

/** What everybody has left. Kept in memory: each gateway counts for itself. */
@Component
class Allowances {

    /** Far more than honest clients at a time; the rarely seen ones give way first. */
    private static final long MAX_TRACKED = 50_000;

    private final Cache<String, Bucket> buckets;

    Allowances(LimitProperties limits) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_TRACKED)
                .expireAfterAccess(limits.longestPeriod())
                .executor(Runnable::run)
                .build();
    }

    /**
     * Uses up one request.
     *
     * @param whose names the limit and who is counted
     */
    Allowance take(String whose, Limit limit) {
        ConsumptionProbe probe = buckets.get(whose, name -> full(limit)).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                limit.requests(),
                probe.getRemainingTokens(),
                Instant.now().plusNanos(probe.getNanosToWaitForReset()).truncatedTo(ChronoUnit.MILLIS),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The whole amount comes back at once at the end of a period, as clients expect of the announced reset. */
    private static Bucket full(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.period()))
                .build();
    }
}
