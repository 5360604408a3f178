package io.microblog.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Asks a database again what a service has asked it, by the same driver, which prepares what it sees often. */
public final class Replay {

    private Replay() {}

    /** Executes them one after the other and reads what they return to the end. */
    public static void all(Connection connection, List<Statement> statements) throws SQLException {
        all(connection, statements, UnaryOperator.identity());
    }

    /** @param change what becomes of each parameter */
    public static void all(Connection connection, List<Statement> statements, UnaryOperator<String> change)
            throws SQLException {
        for (Statement statement : statements) {
            try (PreparedStatement prepared = prepare(connection, "", statement, change)) {
                if (prepared.execute()) {
                    try (ResultSet rows = prepared.getResultSet()) {
                        while (rows.next()) {
                            // The values are here; to make objects of them is the service's own work.
                        }
                    }
                }
            }
        }
    }

    /** @param before what stands before the statement's own text */
    static PreparedStatement prepare(
            Connection connection, String before, Statement statement, UnaryOperator<String> change)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(before + statement.jdbc());
        for (int i = 0; i < statement.parameters().size(); i++) {
            @Nullable String value = statement.parameters().get(i);
            prepared.setString(i + 1, value == null ? null : change.apply(value));
        }
        return prepared;
    }
}
