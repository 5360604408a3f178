package io.microblog.post.card;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;

import io.microblog.kit.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches the pages whose cards are due, a few at a time, so that a slow one delays no other. Instances share the work. */
@Component
class CardFetches {

    private static final Logger LOG = LoggerFactory.getLogger(CardFetches.class);

    /** Not more than may wait for the processing of images. */
    private static final int AT_ONCE = 4;

    private final CardRows rows;
    private final CardReader reader;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    CardFetches(CardRows rows, CardReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    @Scheduled(fixedDelayString = "${microblog.cards.check-interval:1s}")
    void fetchDue() {
        while (slots.tryAcquire()) {
            Optional<CardRows.Claim> claim = claim();
            if (claim.isEmpty()) {
                return;
            }
            threads.execute(() -> fetch(claim.get()));
        }
    }

    /** Forgets cards that no post shows. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetUnused() {
        rows.forgetUnused();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private Optional<CardRows.Claim> claim() {
        Optional<CardRows.Claim> claim = Optional.empty();
        try {
            claim = rows.claimNext();
        } finally {
            if (claim.isEmpty()) {
                slots.release();
            }
        }
        return claim;
    }

    private void fetch(CardRows.Claim claim) {
        try {
            reader.read(claim.url()).ifPresentOrElse(card -> rows.keep(claim, card), () -> rows.fail(claim));
        } catch (Problem full) {
            LOG.info("The card of a link is made later", full);
            rows.fail(claim);
        } catch (RuntimeException failure) {
            LOG.warn("The card of a link was not made", failure);
            rows.fail(claim);
        } finally {
            slots.release();
        }
    }
}
