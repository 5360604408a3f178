package io.microblog.post.home;

import java.util.Collection;

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

    /** Several authors, in one order for everybody, so that nobody waits for each other in a circle. */
    void alone(Collection<Long> authorIds) {
        lockAll(authorIds);
    }

    void together(long authorId) {
        lock("SELECT pg_advisory_xact_lock_shared(:author)", authorId);
    }

    /** Somebody begins to follow this author, and gets the answers that are there. */
    void beginning(long authorId) {
        lock("SELECT pg_advisory_xact_lock_shared(-:author)", authorId);
    }

    /**
     * Waits for all who are about to follow one of these authors; by whoever does not hold the lock of an author yet, which
     * such people wait for. A lock taken after a savepoint goes with it.
     */
    void awaitBeginners(Collection<Long> authorIds) {
        if (authorIds.isEmpty()) {
            return;
        }
        jdbc.sql("SAVEPOINT beginners").update();
        lockAll(authorIds.stream().map(author -> -author).toList());
        jdbc.sql("ROLLBACK TO SAVEPOINT beginners").update();
        jdbc.sql("RELEASE SAVEPOINT beginners").update();
    }

    private void lockAll(Collection<Long> keys) {
        jdbc.sql("""
                SELECT pg_advisory_xact_lock(key)
                FROM (SELECT DISTINCT key FROM unnest(CAST(:keys AS bigint[])) AS key ORDER BY key) sorted
                """)
                .param("keys", keys.toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
    }

    private void lock(String sql, long authorId) {
        jdbc.sql(sql).param("author", authorId).query((row, number) -> authorId).single();
    }
}
