package io.microblog.notification.notice;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets notifications that were removed so long ago that no event tells of the same again, and nobody misses one whose
 * sender comes back.
 */
@Component
class RemovedNotifications {

    private static final Duration KEPT = Duration.ofDays(90);

    /** Few enough for a short transaction. */
    private static final int BATCH = 10_000;

    private static final String FORGET = """
            DELETE FROM notification WHERE id IN (
                SELECT id FROM notification WHERE removed_at < now() - :kept * interval '1 s' LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    RemovedNotifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void forgetOld() {
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = jdbc.sql(FORGET)
                    .param("kept", KEPT.toSeconds())
                    .param("batch", BATCH)
                    .update();
        }
    }
}
