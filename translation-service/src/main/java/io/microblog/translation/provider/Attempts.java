package io.microblog.translation.provider;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.microblog.kit.problem.Invalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One translation's calls to the provider. The pause between two doubles, with full jitter, unless the provider asked
 * for another; a pause that would outlast the deadline ends it.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(400);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final CircuitBreaker breaker;
    private final int allowed;
    private final long deadline;

    Attempts(CircuitBreaker breaker, TranslatorProperties properties) {
        this.breaker = breaker;
        this.allowed = properties.attempts();
        this.deadline = System.nanoTime() + properties.deadline().toNanos();
    }

    <T> T run(Supplier<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return breaker.executeSupplier(call);
            } catch (CallNotPermittedException e) {
                throw new ProviderUnavailable(SHORTLY, false);
            } catch (TextRefused e) {
                LOG.warn("{}", e.getMessage());
                throw new Invalid("The translator does not accept this post");
            } catch (TranslatorFailure e) {
                pauseOrGiveUp(attempt, e);
            }
        }
    }

    private void pauseOrGiveUp(int attempt, TranslatorFailure failure) {
        Duration pause = pause(attempt, failure);
        boolean again = failure.outcome() == TranslatorFailure.Outcome.PASSING
                && attempt < allowed
                && System.nanoTime() + pause.toNanos() - deadline < 0;
        if (!again || !sleep(pause)) {
            LOG.warn("{}, attempt {}: {}", failure.getMessage(), attempt, String.valueOf(failure.getCause()));
            Duration asked = failure.retryAfter();
            throw new ProviderUnavailable(
                    asked == null ? SHORTLY : asked, failure.outcome() == TranslatorFailure.Outcome.UNKNOWN);
        }
    }

    private static Duration pause(int attempt, TranslatorFailure failure) {
        Duration asked = failure.retryAfter();
        long longest = FIRST_PAUSE.toMillis() << (attempt - 1);
        return asked == null ? Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 4, longest)) : asked;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
