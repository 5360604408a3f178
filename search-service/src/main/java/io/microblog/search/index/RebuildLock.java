package io.microblog.search.index;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.microblog.search.document.DocumentKind;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one instance at a time change which index serves a kind: an advisory lock, free again when its holder dies. */
@Component
class RebuildLock {

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final DataSource dataSource;

    RebuildLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does the work unless another instance holds the lock; says whether it did. */
    boolean tryRun(DocumentKind kind, Work work) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            if (!call(connection, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", kind)) {
                return false;
            }
            try {
                work.run();
            } finally {
                call(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 0))", kind);
            }
            return true;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No lock", e);
        }
    }

    private static boolean call(Connection connection, String sql, DocumentKind kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "search_index " + kind.alias());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
