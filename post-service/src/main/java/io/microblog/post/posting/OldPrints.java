package io.microblog.post.posting;

import java.time.Duration;
import java.time.Instant;

import io.microblog.kit.id.IdGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the prints of posts that no rule compares with any more, not even for posts of a month ago. */
@Component
class OldPrints {

    private static final Duration KEPT = Duration.ofDays(34);

    /** Few enough for a short transaction. */
    private static final int BATCH = 10_000;

    private static final String FORGET = """
            DELETE FROM post_print WHERE (print, post_id) IN (
                SELECT print, post_id FROM post_print WHERE post_id < :oldest LIMIT :batch)
            """;

    private final JdbcClient jdbc;

    OldPrints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void forget() {
        long oldest = IdGenerator.firstOf(Instant.now().minus(KEPT));
        int forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = jdbc.sql(FORGET)
                    .param("oldest", oldest)
                    .param("batch", BATCH)
                    .update();
        }
    }
}
