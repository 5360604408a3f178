package io.microblog.post.home;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A post may be delivered while somebody begins or ceases to follow its author. Both sides therefore lock the author until
 * the end of their transaction: a delivery for itself, changes of followers together. Whichever commits first is seen by
 * the other, and no entry is missed or left behind.
 *
 * <p>An answer goes to those who follow the answered author, too. It exists before it is delivered, so whoever begins to
 * follow afterwards finds it; a delivery has to wait only for those who were about to. They share a second lock until the
 * end of their transaction; the delivery takes it when they have left it, and gives it back at once. So neither answers to
 * the same author nor those who begin to follow wait for each other.
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

    /** Somebody begins to follow this author, and gets the answers that are there. */
    void beginning(long authorId) {
        lock("SELECT pg_advisory_xact_lock_shared(-:author)", authorId);
    }

    /** Waits for all who are about to follow this author. A lock taken after a savepoint goes with it. */
    void awaitBeginners(long authorId) {
        jdbc.sql("SAVEPOINT beginners").update();
        lock("SELECT pg_advisory_xact_lock(-:author)", authorId);
        jdbc.sql("ROLLBACK TO SAVEPOINT beginners").update();
        jdbc.sql("RELEASE SAVEPOINT beginners").update();
    }

    private void lock(String sql, long authorId) {
        jdbc.sql(sql).param("author", authorId).query((row, number) -> authorId).single();
    }
}
