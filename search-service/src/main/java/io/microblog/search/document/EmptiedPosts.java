package io.microblog.search.document;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes the rows of deleted posts once no late event can bring the posts back. */
@Component
class EmptiedPosts {

    /** Short transactions: the rest waits for the next round. */
    private static final int ROUND = 10_000;

    private final JdbcClient jdbc;
    private final Duration keep;

    EmptiedPosts(JdbcClient jdbc, @Value("${microblog.search.keep-emptied}") Duration keep) {
        this.jdbc = jdbc;
        this.keep = keep;
    }

    /** Harmless on several instances at once: each removes what the others have not. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void remove() {
        String sql = """
                DELETE FROM post_document
                WHERE id IN (SELECT id FROM post_document
                             WHERE emptied_at < :before AND indexed_version = doc_version
                             ORDER BY id LIMIT :round FOR UPDATE SKIP LOCKED)""";
        jdbc.sql(sql)
                .param("before", OffsetDateTime.now(ZoneOffset.UTC).minus(keep))
                .param("round", ROUND)
                .update();
    }
}
