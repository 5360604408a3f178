package io.microblog.local.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresEngineIntegrationTests {

    private static PostgresEngine engine;

    @BeforeAll
    static void start() {
        engine = EphemeralEngines.newPostgres();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void keepsWhatWasCommittedBeforeItWasKilled() throws SQLException {
        engine.createDatabase("kept", "kept", "secret");
        execute("kept", "secret", "CREATE TABLE post (id bigint)");
        execute("kept", "secret", "INSERT INTO post VALUES (42)");

        engine.kill();
        assertThat(engine.isReady()).isFalse();
        engine.start();

        assertThat(query("kept", "secret", "SELECT id FROM post")).isEqualTo("42");
    }

    @Test
    void restartsOnTheSamePort() throws SQLException {
        engine.createDatabase("again", "again", "secret");
        int port = engine.port();

        engine.restart();

        assertThat(engine.port()).isEqualTo(port);
        assertThat(query("again", "secret", "SELECT 1")).isEqualTo("1");
    }

    @Test
    void letsNobodyButItsOwnerIntoADatabase() {
        engine.createDatabase("mine", "mine", "secret");
        engine.createDatabase("yours", "yours", "secret");

        assertThatThrownBy(() -> connect("mine", "yours", "secret"))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> connect("mine", "mine", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void givesTheOwnerNoFurtherRights() throws SQLException {
        engine.createDatabase("plain", "plain", "secret");

        assertThat(query(
                        "plain",
                        "secret",
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = 'plain'"))
                .isEqualTo("f");
    }

    @Test
    void takesTheNewPasswordWhenADatabaseExists() throws SQLException {
        engine.createDatabase("twice", "twice", "old");
        engine.createDatabase("twice", "twice", "it's new");

        assertThat(query("twice", "it's new", "SELECT 1")).isEqualTo("1");
    }

    private static void execute(String database, String password, String sql) throws SQLException {
        try (Connection connection = connect(database, database, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String database, String password, String sql) throws SQLException {
        try (Connection connection = connect(database, database, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(engine.jdbcUrl(database), role, password);
    }
}
