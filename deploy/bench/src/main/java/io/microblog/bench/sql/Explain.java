package io.microblog.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Query plans as they were executed, and what is wrong with them. Whatever a statement writes is rolled back. */
public final class Explain {

    /** Tables with fewer rows may be read from end to end. */
    private static final double SMALL_TABLE = 1_000;

    /** The largest page, twice: a page may be filled from two sources. */
    private static final long PAGE = 80;

    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final Map<String, Double> rows = new HashMap<>();

    public Explain(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'")) {
            while (tables.next()) {
                rows.put(tables.getString(1), tables.getDouble(2));
            }
        }
    }

    /**
     * How a statement was executed.
     *
     * @param text as PostgreSQL shows it
     * @param findings sequential scans of tables that grow, and sorts of more than a page
     */
    public record Plan(String text, double millis, List<String> findings) {}

    /** Of a row that is there already by now, as the service has inserted it, the plan alone. */
    public Plan plan(Statement statement) throws SQLException {
        try {
            return plan("ANALYZE, BUFFERS, ", statement);
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            return plan("", statement);
        }
    }

    private Plan plan(String options, Statement statement) throws SQLException {
        JsonNode root = JsonMapper.shared()
                .readTree(explain("EXPLAIN (" + options + "FORMAT JSON) ", statement))
                .get(0);
        List<String> findings = new ArrayList<>();
        judge(root.path("Plan"), findings);
        String text = explain("EXPLAIN (" + options + "FORMAT TEXT) ", statement);
        return new Plan(text, root.path("Execution Time").asDouble(0), findings);
    }

    private String explain(String command, Statement statement) throws SQLException {
        StringJoiner lines = new StringJoiner("\n");
        try (PreparedStatement prepared = Replay.prepare(connection, command, statement, UnaryOperator.identity());
                ResultSet plan = prepared.executeQuery()) {
            while (plan.next()) {
                lines.add(plan.getString(1));
            }
        } finally {
            connection.rollback();
        }
        return lines.toString();
    }

    private void judge(JsonNode node, List<String> findings) {
        String type = node.path("Node Type").asString("");
        String table = node.path("Relation Name").asString("");
        if (type.equals("Seq Scan")
                && rows.getOrDefault(table, 0.0) > SMALL_TABLE
                && node.path("Actual Loops").asLong(1) > 0) {
            findings.add("sequential scan of " + table);
        }
        // Of a hash or a merge join's inner side too: whatever grows with the table is too much for a page.
        long sorted = Math.round(node.path("Actual Rows").asDouble(0));
        if (type.equals("Sort") && sorted > PAGE) {
            findings.add("sort of " + sorted + " rows");
        }
        node.path("Plans").forEach(child -> judge(child, findings));
    }
}
