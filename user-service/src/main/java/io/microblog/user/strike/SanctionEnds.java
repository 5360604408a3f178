package io.microblog.user.strike;

import java.time.Instant;
import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lifts sanctions when their time has come. Each is lifted once, by whichever copy of the service locks it first. */
@Component
class SanctionEnds {

    private static final int BATCH = 100;

    private final StrikeRepository repository;
    private final Strikes strikes;

    SanctionEnds(StrikeRepository repository, Strikes strikes) {
        this.repository = repository;
        this.strikes = strikes;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void run() {
        List<Strike> due = repository.due(Instant.now(), BATCH);
        while (!due.isEmpty()) {
            due.forEach(strikes::end);
            due = repository.due(Instant.now(), BATCH);
        }
    }
}
