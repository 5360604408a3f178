package io.microblog.translation.language;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.microblog.kit.problem.Unavailable;
import io.microblog.translation.language.LanguageRepository.Told;
import io.microblog.translation.provider.TranslationProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Knows the language pairs, whether or not the provider answers now: they are kept in the database and asked for again
 * every day.
 */
@Service
public class LanguageService {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageService.class);

    private static final long LONGEST_WAIT_MILLIS = 2_000;
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(5);

    private final TranslationProvider provider;
    private final LanguageRepository repository;
    private final Duration every;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable LanguagePairs known;
    private volatile long notBefore = System.nanoTime();

    LanguageService(
            TranslationProvider provider,
            LanguageRepository repository,
            @Value("${microblog.translation.languages-every}") Duration every) {
        this.provider = provider;
        this.repository = repository;
        this.every = every;
    }

    /**
     * The pairs, empty when no provider is configured.
     *
     * @throws Unavailable when the provider has never yet told them
     */
    public Optional<LanguagePairs> find() {
        if (!provider.isConfigured()) {
            return Optional.empty();
        }
        LanguagePairs languages = known;
        if (languages == null) {
            refreshFirst();
            languages = known;
        }
        if (languages == null) {
            throw new Unavailable("The languages that can be translated are not known yet");
        }
        return Optional.of(languages);
    }

    /** Looks every minute whether another instance has newer ones, and asks the provider when they are a day old. */
    @Scheduled(fixedDelay = 60_000)
    void refresh() {
        if (!provider.isConfigured()) {
            return;
        }
        try {
            Optional<Told> told = repository.find(provider.name());
            told.ifPresent(found -> known = found.languages());
            if (told.isEmpty() || told.get().age().compareTo(every) >= 0) {
                known = ask();
            }
        } catch (Unavailable | DataAccessException e) {
            notBefore = System.nanoTime() + BETWEEN_FAILURES.toNanos();
            LOG.warn("The languages could not be refreshed: {}", e.getMessage());
        }
    }

    private LanguagePairs ask() {
        var languages = new LanguagePairs(provider.languages());
        repository.save(provider.name(), languages);
        return languages;
    }

    /** For requests that come before the first scheduled round has succeeded; one asks, the others wait a little. */
    private void refreshFirst() {
        try {
            if (asking.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    if (known == null && System.nanoTime() - notBefore >= 0) {
                        refresh();
                    }
                } finally {
                    asking.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
