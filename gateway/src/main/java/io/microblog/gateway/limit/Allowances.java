package io.microblog.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.microblog.kit.web.PeerNetwork;
import org.springframework.stereotype.Component;

/** What everybody has left. Kept in memory: each gateway counts for itself. */
@Component
class Allowances {

    /** Far more than honest clients at a time; the rarely seen ones give way first. */
    private static final long MAX_TRACKED = 50_000;

    private final Cache<String, Bucket> buckets;

    Allowances(RateLimitProperties limits) {
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
    Allowance take(String whose, RateLimit limit) {
        return take(whose, limit, 1);
    }

    /**
     * Uses up one request of an address and of the networks around it. Those who are refused already are not counted
     * against their neighbours.
     *
     * @param what names the limit
     * @return what the narrowest that is used up says, or else what is left of the address
     */
    Allowance take(String what, List<PeerNetwork> networks, RateLimit limit) {
        Allowance own = take(
                what + networks.getFirst().name(), limit, networks.getFirst().share());
        Allowance narrowest = own;
        for (PeerNetwork wider : networks.subList(1, networks.size())) {
            if (narrowest.granted()) {
                narrowest = take(what + wider.name(), limit, wider.share());
            }
        }
        return narrowest.granted() ? own : narrowest;
    }

    private Allowance take(String whose, RateLimit limit, int share) {
        ConsumptionProbe probe = buckets.get(whose, name -> full(limit, share)).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                limit.requests() * share,
                probe.getRemainingTokens(),
                Instant.now().plusNanos(probe.getNanosToWaitForReset()).truncatedTo(ChronoUnit.MILLIS),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The whole amount comes back at once at the end of a period, as clients expect of the announced reset. */
    private static Bucket full(RateLimit limit, int share) {
        long requests = limit.requests() * share;
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(requests).refillIntervally(requests, limit.period()))
                .build();
    }
}
