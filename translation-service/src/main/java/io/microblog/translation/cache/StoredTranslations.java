package io.microblog.translation.cache;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable translations. None outlives the text it translates, also when the text changes meanwhile. */
@Component
class StoredTranslations {

    /** Far longer than any translation takes. */
    private static final Duration CHANGES_MATTER = Duration.ofHours(1);

    private final TranslationRepository translations;
    private final ChangedPostRepository changes;
    private final ClaimRepository claims;
    private final TransactionTemplate transactions;
    private final Duration keep;

    StoredTranslations(
            TranslationRepository translations,
            ChangedPostRepository changes,
            ClaimRepository claims,
            TransactionTemplate transactions,
            @Value("${microblog.translation.keep}") Duration keep) {
        this.translations = translations;
        this.changes = changes;
        this.claims = claims;
        this.transactions = transactions;
        this.keep = keep;
    }

    /** A text translated before, for this post or another one that says the same. */
    Optional<Translation> find(Wanted wanted) {
        return translations.find(wanted).map(found -> {
            if (!found.linked()) {
                unlessOutdated(wanted, () -> translations.link(wanted));
            }
            return found.translation();
        });
    }

    void store(Wanted wanted, Translation translation) {
        unlessOutdated(wanted, () -> {
            translations.insert(wanted.text(), translation);
            translations.link(wanted);
        });
    }

    /**
     * Forgets what a post said before {@code version}.
     *
     * @param text what it says now; null when nothing of it may be kept
     */
    void forget(long postId, long version, @Nullable TextKey text) {
        transactions.executeWithoutResult(status -> {
            changes.lock(postId);
            changes.save(postId, version, text);
            translations.unlink(postId, version, text);
        });
    }

    /** Harmless on several instances at once. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void tidy() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        changes.removeBefore(now.minus(CHANGES_MATTER));
        claims.removeExpired();
        translations.removeBefore(now.minus(keep));
    }

    private void unlessOutdated(Wanted wanted, Runnable write) {
        transactions.executeWithoutResult(status -> {
            changes.lock(wanted.postId());
            if (!changes.isOutdated(wanted)) {
                write.run();
            }
        });
    }
}
