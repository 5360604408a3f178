package io.microblog.post.timeline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A post may be delivered while somebody begins or ceases to follow its author. Both sides therefore lock the author until
 * the end of their transaction: a delivery for itself, changes of followers together. Whichever commits first is seen by
 * the other, and no entry is missed or left behind.
 */
@Component
class AuthorLocks {

    private final JdbcClient jdbc;

    AuthorLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void alone(long authorId) {
        lock("SELECT pg_advisory_xact_lock(:author)", authorId);
    }

    void together(long authorId) {
        lock("SELECT pg_advisory_xact_lock_shared(:author)", authorId);
    }

    private void lock(String sql, long authorId) {
        jdbc.sql(sql).param("author", authorId).query((row, number) -> authorId).single();
    }
}
