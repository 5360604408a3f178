package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** PostgreSQL, with password authentication on the loopback address only. */
public final class PostgresEngine extends Engine {

    public static final String SUPERUSER = "postgres";

    /** Whether a commit must survive a power cut, as it must everywhere but in tests, which gain speed. */
    public enum Durability {
        DURABLE,
        FAST
    }

    private final MicroblogHome home;
    private final String password;
    private final Durability durability;

    /**
     * @param data the folder for its data, made when missing
     * @param port the port to listen on; 0 for a free one
     * @param password the superuser's, set when the data is first made
     */
    public PostgresEngine(MicroblogHome home, Path data, int port, String password, Durability durability) {
        super("postgresql", data, port);
        this.home = home;
        this.password = password;
        this.durability = durability;
    }

    /** Starts a durable server whose superuser's password is {@code postgres}; it ends with this JVM. */
    public static PostgresEngine start(Path data, int port) {
        PostgresEngine engine =
                new PostgresEngine(MicroblogHome.fromEnvironment(), data, port, SUPERUSER, Durability.DURABLE);
        engine.start();
        return engine;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    @Override
    public Launch prepare() {
        Path program = Distribution.install(home, "postgresql", PostgresEngine::unpack);
        Path cluster = Unprivileged.ownFolder(data()).resolve("cluster");
        if (!Files.exists(cluster)) {
            initialize(program, cluster);
        }
        List<String> command = new ArrayList<>(List.of(
                program.resolve("bin/postgres").toString(), "-D", cluster.toString(), "-p", String.valueOf(port())));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(Unprivileged.command(command), Map.of(), data());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "shared_buffers", "64MB",
                "max_connections", "200",
                "timezone", "UTC",
                "log_timezone", "UTC"));
        if (durability == Durability.FAST) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        } else {
            // A page is logged whole when it is first changed after a checkpoint, which costs more than the change.
            settings.putAll(Map.of("max_wal_size", "4GB", "checkpoint_timeout", "15min"));
        }
        return settings;
    }

    private void initialize(Path program, Path cluster) {
        try {
            // Made beside and renamed, for initdb writes PG_VERSION long before it is through.
            Path unfinished = cluster.resolveSibling("unfinished");
            Archives.delete(unfinished);
            Path passwordFile = Unprivileged.secretFile(data().resolve("password"), password);
            runTool(
                    Unprivileged.command(List.of(
                            program.resolve("bin/initdb").toString(),
                            "-D",
                            unfinished.toString(),
                            "-U",
                            SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8")),
                    Map.of());
            Files.delete(passwordFile);
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fast shutdown: ends sessions instead of waiting for them. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public boolean isReady() {
        try (Connection _ = connect(SUPERUSER)) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Makes sure of a database that only its owner may enter, and of the owner: a role of its own without further rights, with that
     * password.
     */
    public void createDatabase(String name, String role, String rolePassword) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            String owner = statement.enquoteIdentifier(role, true);
            String database = statement.enquoteIdentifier(name, true);
            boolean roleExists =
                    exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = " + statement.enquoteLiteral(role));
            statement.execute((roleExists ? "ALTER" : "CREATE") + " ROLE " + owner + " LOGIN PASSWORD "
                    + statement.enquoteLiteral(rolePassword));
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = " + statement.enquoteLiteral(name))) {
                statement.execute("CREATE DATABASE " + database + " OWNER " + owner);
            }
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new EngineException("Cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", SUPERUSER);
        properties.put("password", password);
        properties.put("connectTimeout", "2");
        properties.put("loginTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private static void unpack(Path packed, Path into) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(packed, "*.jar")) {
            for (Path jar : jars) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    ZipEntry archive = zip.stream()
                            .filter(entry -> entry.getName().endsWith(".txz"))
                            .findFirst()
                            .orElseThrow(() -> new IOException("No archive in " + jar));
                    Archives.untarXz(zip.getInputStream(archive), into);
                }
            }
        }
    }
}
