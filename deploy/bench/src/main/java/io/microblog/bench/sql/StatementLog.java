package io.microblog.bench.sql;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.bench.Platform;

/**
 * Learns from the server's log what a service asks its database for a request. So benchmarks ask the very same, however
 * the service changes.
 */
public final class StatementLog implements AutoCloseable {

    /** A request, or whatever else makes a service ask its database. */
    public interface Action {
        void run() throws Exception;
    }

    private static final long NOTICED_MILLIS = 300;
    private static final long IDLE_MILLIS = 2_500;

    private final Platform platform;
    private final String application;
    private final Connection server;
    private final Set<String> background = new HashSet<>();

    /**
     * Begins to log, and looks first for what the service asks by itself.
     *
     * @param application the service
     */
    public StatementLog(Platform platform, String application) throws Exception {
        this.platform = platform;
        this.application = application;
        this.server = platform.connectAsSuperuser();
        set("log_line_prefix = '" + LogReader.PREFIX + "'", "log_min_duration_statement = 0");
        Thread.sleep(NOTICED_MILLIS);
        background.addAll(during(() -> Thread.sleep(IDLE_MILLIS)).stream()
                .map(Statement::sql)
                .collect(Collectors.toSet()));
        background.remove("BEGIN");
        background.remove("COMMIT");
    }

    /** What the service asks while the action runs, without what it asks all the time anyway. */
    public List<Statement> during(Action action) throws Exception {
        return LogReader.statements(logged(action), application).stream()
                .filter(statement -> !background.contains(statement.sql()))
                .toList();
    }

    /** How often and how long it asks what while the action runs, with all that it asks by itself. */
    public Map<String, StatementTime> times(Action action) throws Exception {
        return LogReader.times(logged(action), application);
    }

    private String logged(Action action) throws Exception {
        try (RandomAccessFile log = new RandomAccessFile(platform.postgresLog().toFile(), "r")) {
            long start = log.length();
            action.run();
            Thread.sleep(20);
            byte[] written = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(written);
            return new String(written, StandardCharsets.UTF_8);
        }
    }

    /** One transaction among them: the first that writes. */
    public static List<Statement> transaction(List<Statement> statements) {
        List<Statement> open = new ArrayList<>();
        int backend = statements.stream()
                .filter(statement -> statement.is("INSERT"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing was written"))
                .backend();
        boolean writes = false;
        for (Statement statement : statements) {
            if (statement.backend() != backend) {
                continue;
            }
            if (statement.is("BEGIN")) {
                open.clear();
            } else if (statement.is("COMMIT") && writes) {
                return open;
            } else {
                open.add(statement);
                writes |= statement.is("INSERT");
            }
        }
        return open;
    }

    private void set(String... settings) throws SQLException {
        try (java.sql.Statement statement = server.createStatement()) {
            for (String setting : settings) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        try (server;
                java.sql.Statement statement = server.createStatement()) {
            statement.execute("ALTER SYSTEM RESET log_min_duration_statement");
            statement.execute("ALTER SYSTEM RESET log_line_prefix");
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
