package io.microblog.kit.sql;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what may be many rows, some at a time, so that no transaction is long and nobody waits for its locks. */
public final class BatchedDeletion {

    private static final int BATCH = 10_000;

    private BatchedDeletion() {}

    /**
     * Repeats a statement, outside of a transaction each time in one of its own, until it finds less than it may delete.
     *
     * @param sql deletes at most {@code :batch} rows
     * @param parameters the others, by their names
     */
    public static void run(JdbcClient jdbc, String sql, Map<String, ?> parameters) {
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = jdbc.sql(sql).params(parameters).param("batch", BATCH).update();
        }
    }
}
