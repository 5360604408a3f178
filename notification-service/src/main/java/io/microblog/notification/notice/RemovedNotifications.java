package io.microblog.notification.notice;

import java.time.Duration;
import java.util.Map;

import io.microblog.kit.sql.BatchedDeletion;
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
        BatchedDeletion.run(jdbc, FORGET, Map.of("kept", KEPT.toSeconds()));
    }
}
