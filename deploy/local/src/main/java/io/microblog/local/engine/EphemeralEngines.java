package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Engines for tests: each starts once a JVM, when first asked for, on a free port with its data in a temporary folder. They end, and the
 * folder goes, with the JVM.
 */
public final class EphemeralEngines {

    private EphemeralEngines() {}

    /** The JVM's PostgreSQL; it trades durability for speed. */
    public static PostgresEngine postgres() {
        return Postgres.ENGINE;
    }

    /** The JVM's Kafka: shared by all tests, so none may stop it. */
    public static KafkaEngine kafka() {
        return Kafka.ENGINE;
    }

    /** The JVM's Elasticsearch: shared by all tests, so none may stop it. */
    public static ElasticsearchEngine elasticsearch() {
        return Elasticsearch.ENGINE;
    }

    /** A PostgreSQL of the caller's own, durable, to stop, kill and restart at will. */
    public static PostgresEngine newPostgres() {
        return PostgresEngine.start(temporaryFolder(), 0);
    }

    /** A Kafka of the caller's own, to stop, kill and restart at will. */
    public static KafkaEngine newKafka() {
        return KafkaEngine.start(temporaryFolder(), 0);
    }

    /** The same, where everybody has to say who they are; for now the administrator alone can. */
    public static KafkaEngine newKafkaWithUsers(String password) {
        KafkaEngine engine =
                new KafkaEngine(MicroblogHome.fromEnvironment(), temporaryFolder(), 0, 0, password, List.of());
        engine.start();
        return engine;
    }

    /** An Elasticsearch of the caller's own, to stop, kill and restart at will. */
    public static ElasticsearchEngine newElasticsearch() {
        return ElasticsearchEngine.start(temporaryFolder(), 0);
    }

    /** The same without anything of ours in it: what it takes, every Elasticsearch of that version takes. */
    public static ElasticsearchEngine newBareElasticsearch() {
        ElasticsearchEngine engine = new ElasticsearchEngine(
                MicroblogHome.fromEnvironment(), temporaryFolder(), 0, 0, ElasticsearchEngine.Analysis.BARE);
        engine.start();
        return engine;
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("microblog-");
            // Engines that run as nobody must get through to their data.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Reaper.removeAtEnd(folder);
            return folder.resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Postgres {
        static final PostgresEngine ENGINE = start();

        private static PostgresEngine start() {
            PostgresEngine engine = new PostgresEngine(
                    MicroblogHome.fromEnvironment(), temporaryFolder(), 0, "postgres", PostgresEngine.Durability.FAST);
            engine.start();
            return engine;
        }
    }

    private static final class Kafka {
        static final KafkaEngine ENGINE = newKafka();
    }

    private static final class Elasticsearch {
        static final ElasticsearchEngine ENGINE = newElasticsearch();
    }
}
