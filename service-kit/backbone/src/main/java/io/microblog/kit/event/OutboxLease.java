package io.microblog.kit.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Leadership over one database's outbox. The advisory lock lives on the very connection that reads and deletes: whoever
 * loses the connection loses the lead, and can delete nothing any more.
 */
final class OutboxLease implements AutoCloseable {

    /** "outbox" in ASCII; one per database. */
    private static final long LOCK = 0x6f7574626f78L;

    private static final int NETWORK_TIMEOUT_MS = 30_000;

    private final Connection connection;

    private OutboxLease(Connection connection) {
        this.connection = connection;
    }

    /** The lead, or empty while another instance holds it. */
    static Optional<OutboxLease> tryAcquire(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MS);
            if (lock(connection, "SELECT pg_try_advisory_lock(?)")) {
                // The table is full of rows that have been sent; the index leads to the few that have not.
                execute(connection, "SET enable_seqscan = off");
                // A deletion that a crash takes back sends its events, and all after them, once more.
                execute(connection, "SET synchronous_commit = off");
                return Optional.of(new OutboxLease(connection));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    /**
     * The oldest {@code limit} rows but those for some topics. Never "after the last one": a commit that comes late would
     * be skipped.
     */
    List<OutboxRow> next(int limit, Collection<String> passedOver) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM outbox WHERE aggregatetype <> ALL (?) ORDER BY seq LIMIT ?")) {
            select.setArray(1, connection.createArrayOf("text", passedOver.toArray()));
            select.setInt(2, limit);
            try (ResultSet result = select.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (result.next()) {
                    rows.add(OutboxRow.read(result));
                }
                return rows;
            }
        }
    }

    void delete(Collection<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Object[] seqs = rows.stream().map(OutboxRow::seq).toArray();
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE seq = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", seqs));
            delete.executeUpdate();
        }
    }

    /** Sets a row aside that Kafka will never take. */
    void setAside(OutboxRow row, String cause) throws SQLException {
        String sql = """
                WITH moved AS (DELETE FROM outbox WHERE seq = ? RETURNING *)
                INSERT INTO outbox_failed (seq, id, aggregatetype, aggregateid, type, payload, headers, created_at, cause)
                SELECT seq, id, aggregatetype, aggregateid, type, payload, headers, created_at, ? FROM moved
                """;
        try (PreparedStatement move = connection.prepareStatement(sql)) {
            move.setLong(1, row.seq());
            move.setString(2, cause);
            move.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (connection.isValid(1)) {
                execute(connection, "RESET enable_seqscan");
                execute(connection, "RESET synchronous_commit");
                lock(connection, "SELECT pg_advisory_unlock(?)");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
