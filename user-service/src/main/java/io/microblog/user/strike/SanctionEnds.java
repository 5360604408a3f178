package io.microblog.user.strike;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lifts sanctions when their time has come. Each is lifted once, by whichever copy of the service locks it first. */
@Component
class SanctionEnds {

    private static final Logger LOG = LoggerFactory.getLogger(SanctionEnds.class);
    private static final int BATCH = 100;

    private final StrikeRepository repository;
    private final Strikes strikes;

    SanctionEnds(StrikeRepository repository, Strikes strikes) {
        this.repository = repository;
        this.strikes = strikes;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void run() {
        long ended = BATCH;
        while (ended == BATCH) {
            ended = repository.due(Instant.now(), BATCH).stream()
                    .filter(this::end)
                    .count();
        }
    }

    /** What cannot be lifted now is tried again the next time, and holds up no other. */
    private boolean end(Strike strike) {
        try {
            strikes.end(strike);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Strike {} was not lifted at its end", strike.id(), e);
            return false;
        }
    }
}
