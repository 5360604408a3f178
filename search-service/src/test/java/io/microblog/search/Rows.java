package io.microblog.search;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds. */
public final class Rows {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until the post's row has this version and the index what the row says. */
    public void awaitIndexed(APost post) {
        await("post_document", post.id(), post.version());
    }

    /** Waits until the post's row says that it is gone and the index knows. */
    public void awaitDeleted(APost post) {
        await("post_document", post.id(), post.version() + 1);
    }

    /** Waits until the account's row has this version and the index what the row says. */
    public void awaitIndexed(Somebody somebody) {
        await("account_document", somebody.id(), somebody.version());
    }

    /** How many rows the indices do not hold yet. */
    public long dirty() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM post_document WHERE indexed_version < doc_version)
                             + (SELECT count(*) FROM account_document WHERE indexed_version < doc_version)""").query(Long.class).single();
    }

    private void await(String table, long id, long version) {
        String sql = "SELECT count(*) FROM " + table
                + " WHERE id = :id AND version = :version AND indexed_version = doc_version";
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql(sql)
                                .param("id", id)
                                .param("version", version)
                                .query(Long.class)
                                .single()
                        == 1);
    }
}
