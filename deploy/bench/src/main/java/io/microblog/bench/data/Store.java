package io.microblog.bench.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;

/**
 * A service's database while it is filled, all in one transaction: after an interruption it is as it was before. Indexes
 * that are not constraints are dropped first and made anew last, whatever the service's migrations have made of them.
 */
final class Store {

    /** What the running service writes meanwhile, or cannot do without. */
    private static final Set<String> KEPT = Set.of(
            "flyway_schema_history",
            "outbox",
            "outbox_failed",
            "role",
            "signing_key",
            "search_index",
            "read_partition",
            "bench_data");

    /** Writes the rows of one table. */
    interface Filling {
        void writeTo(Rows rows) throws SQLException;
    }

    private record Index(String name, String definition) {}

    private final String service;
    private final Connection connection;
    private final Consumer<String> progress;
    private List<Index> indexes = List.of();

    Store(String service, Connection connection, Consumer<String> progress) {
        this.service = service;
        this.connection = connection;
        this.progress = progress;
    }

    /** Empties it; refuses where the data are not of an earlier run. */
    void begin(String witness) throws SQLException {
        boolean ours = !strings("SELECT tablename FROM pg_tables WHERE tablename = 'bench_data'")
                .isEmpty();
        if (!ours && !strings("SELECT '1' FROM " + witness + " LIMIT 1").isEmpty()) {
            throw new IllegalStateException("The database of " + service
                    + " holds other data than those of the benchmarks: nothing was changed.");
        }
        empty();
    }

    /** Empties it, whatever it holds: for what can be made again of the others. What nobody may empty stays. */
    void empty() throws SQLException {
        connection.setAutoCommit(false);
        List<String> tables = strings("SELECT tablename FROM pg_tables t WHERE schemaname = 'public'"
                + " AND NOT (SELECT relispartition FROM pg_class WHERE oid = tablename::regclass)"
                + " AND has_table_privilege(tablename::regclass, 'TRUNCATE')");
        tables.removeAll(KEPT);
        execute("TRUNCATE " + String.join(", ", tables));
        indexes = indexes();
        if (!indexes.isEmpty()) {
            execute("DROP INDEX " + indexes.stream().map(Index::name).collect(Collectors.joining(", ")));
        }
    }

    /** @param columns comma-separated */
    void fill(String table, String columns, Filling filling) throws SQLException {
        long start = System.nanoTime();
        Rows rows = new Rows(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + columns + ") FROM STDIN"));
        filling.writeTo(rows);
        long count = rows.finish();
        double seconds = (System.nanoTime() - start) / 1e9;
        progress.accept(
                "%s.%s: %,d rows in %.1f s (%,.0f rows/s)".formatted(service, table, count, seconds, count / seconds));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the indexes again and the data visible. */
    void end(DataSet data) throws SQLException {
        long start = System.nanoTime();
        for (Index index : indexes) {
            execute(index.definition());
        }
        execute("CREATE TABLE IF NOT EXISTS bench_data (seed bigint NOT NULL, scale int NOT NULL)");
        execute("DELETE FROM bench_data");
        execute("INSERT INTO bench_data VALUES (%d, %d)".formatted(data.seed(), data.scale()));
        connection.commit();
        connection.setAutoCommit(true);
        progress.accept(
                "%s: %d indexes in %.1f s".formatted(service, indexes.size(), (System.nanoTime() - start) / 1e9));
        execute("VACUUM (ANALYZE)");
    }

    private List<Index> indexes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND NOT t.relispartition
                            AND t.relname <> ALL (ARRAY['outbox', 'outbox_failed', 'flyway_schema_history'])
                            AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                        """)) {
            List<Index> result = new ArrayList<>();
            while (found.next()) {
                result.add(new Index(found.getString(1), found.getString(2)));
            }
            return result;
        }
    }

    private List<String> strings(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (found.next()) {
                result.add(found.getString(1));
            }
            return result;
        }
    }
}
