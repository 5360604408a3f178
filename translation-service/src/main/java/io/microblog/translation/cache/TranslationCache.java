package io.microblog.translation.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.microblog.kit.problem.Unavailable;
import org.springframework.stereotype.Service;

/**
 * Has each text translated once for each language, however many people ask at once on however many instances.
 *
 * <p>Within an instance one request does the work and the others wait for it; between instances a row in the database
 * says whose turn it is.
 */
@Service
public class TranslationCache {

    /** Longer than the provider may take with all its attempts, so that nobody asks a second time meanwhile. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    /** For an instance whose turn it is not; a claim that outlives this belongs to somebody who died. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private static final long POLL_MILLIS = 50;

    private final StoredTranslations stored;
    private final ClaimRepository claims;
    private final SingleFlight<Wanted, Translation> flights = new SingleFlight<>(LONGEST_WAIT);

    TranslationCache(StoredTranslations stored, ClaimRepository claims) {
        this.stored = stored;
        this.claims = claims;
    }

    /**
     * The translation known before, else {@code translate}'s, which is kept.
     *
     * @throws Unavailable when somebody else is at it and does not finish
     */
    public Translation get(Wanted wanted, Supplier<Translation> translate) {
        return flights.run(wanted, () -> findOrMake(wanted, translate));
    }

    private Translation findOrMake(Wanted wanted, Supplier<Translation> translate) {
        UUID owner = UUID.randomUUID();
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            Optional<Translation> known = stored.find(wanted);
            if (known.isPresent()) {
                return known.get();
            }
            if (claims.take(wanted, owner, CLAIM)) {
                return make(wanted, owner, translate);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new Unavailable("The translation takes too long, please try again");
            }
            pause();
        }
    }

    private Translation make(Wanted wanted, UUID owner, Supplier<Translation> translate) {
        try {
            // Whoever had the claim before may have finished since we looked.
            Optional<Translation> known = stored.find(wanted);
            if (known.isPresent()) {
                return known.get();
            }
            Translation made = translate.get();
            stored.store(wanted, made);
            return made;
        } finally {
            claims.release(wanted, owner);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(POLL_MILLIS, 2 * POLL_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The service is stopping", e);
        }
    }
}
