package io.microblog.local.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.local.engine.Engine;
import io.microblog.local.engine.JavaProgram;
import io.microblog.local.engine.KafkaEngine;
import io.microblog.local.engine.Launch;
import io.microblog.local.engine.MicroblogHome;
import io.microblog.local.engine.PostgresEngine;
import io.microblog.local.engine.PostgresEngine.Durability;

import static io.microblog.local.launcher.Topology.Use.DATABASE;
import static io.microblog.local.launcher.Topology.Use.ENCRYPTION;
import static io.microblog.local.launcher.Topology.Use.EVENTS;
import static io.microblog.local.launcher.Topology.Use.INDEX;
import static io.microblog.local.launcher.Topology.Use.MAIL;
import static io.microblog.local.launcher.Topology.Use.TRANSLATOR;

/** The whole platform on one page: every part, its ports, what it needs and what it is told. */
final class Topology {

    static final String URL = "http://localhost:8080";

    private static final String POSTGRESQL = "postgresql";
    private static final String KAFKA = "kafka";
    private static final String ELASTICSEARCH = "elasticsearch";
    private static final String SANDBOXES = "sandboxes";

    private static final int POSTGRESQL_PORT = 15432;
    private static final int KAFKA_PORT = 19092;
    private static final int KAFKA_CONTROLLER_PORT = 19093;
    private static final int ELASTICSEARCH_PORT = 19200;
    private static final int ELASTICSEARCH_TRANSPORT_PORT = 19300;
    private static final int POSTMARK_PORT = 8025;
    private static final int TRANSLATOR_PORT = 8026;

    private static final int NODES = 64;
    private static final int FIRST_NODE_OF_COPIES = 16;
    private static final Pattern COPY = Pattern.compile("(.+)-(\\d{4,5})");

    /** Variables with these beginnings reach the services from the shell, and win over what stands here. */
    private static final List<String> PASSED_ON = List.of(
            "MICROBLOG_BASE_URL",
            "MICROBLOG_LIMITS_",
            "MICROBLOG_LOG_",
            "MICROBLOG_OTLP_",
            "MICROBLOG_TRACE_",
            "POSTMARK_",
            "TRANSLATOR_",
            "OTEL_",
            "LOGGING_");

    /** What a service uses beside HTTP; each use brings its needs and its settings, see {@link #settings}. */
    enum Use {
        DATABASE(POSTGRESQL),
        EVENTS(KAFKA),
        INDEX(ELASTICSEARCH),
        MAIL(SANDBOXES),
        TRANSLATOR(SANDBOXES),
        ENCRYPTION(POSTGRESQL);

        private final String part;

        Use(String part) {
            this.part = part;
        }
    }

    /** One of our own services. {@code node} numbers the ids that it makes, 0 to 63. */
    private record Service(String name, int port, int node, Set<Use> uses) {
        Service(String name, int port, int node, Use... uses) {
            this(name, port, node, Set.of(uses));
        }

        int managementPort() {
            return port + 1000;
        }

        /** The copies' nodes follow from their ports, so that no two make the same ids. */
        Service copyAt(int otherPort) {
            return new Service(
                    name, otherPort, FIRST_NODE_OF_COPIES + otherPort % (NODES - FIRST_NODE_OF_COPIES), uses);
        }

        /** The name of its database and of its role there, and the prefix of its variables in upper case. */
        String identifier() {
            return name.replace('-', '_');
        }
    }

    private static final List<Service> SERVICES = List.of(
            new Service("gateway", 8080, 0),
            new Service("user-service", 8081, 1, DATABASE, EVENTS, ENCRYPTION),
            new Service("post-service", 8082, 2, DATABASE, EVENTS),
            new Service("search-service", 8083, 3, DATABASE, EVENTS, INDEX),
            new Service("notification-service", 8084, 4, DATABASE, EVENTS, MAIL),
            new Service("translation-service", 8085, 5, DATABASE, EVENTS, TRANSLATOR));

    /** The services' limits are those of a public server; on one's own machine nobody should run into them. */
    private static final Map<String, String> GENEROUS_LIMITS = Map.of();

    /** Six services have to fit beside the engines: small heaps that are given back, and few native arenas. */
    private static final List<String> SERVICE_FLAGS = List.of(
            "-Xms32m",
            "-Xmx224m",
            "-XX:+UseSerialGC",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> SANDBOX_FLAGS =
            List.of("-Xms16m", "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final MicroblogHome home;
    private final Path project;
    private final Secrets secrets;
    private final Map<String, String> environment;

    /**
     * @param project the folder of the project, whose built services run
     * @param environment the launcher's own; what it says about a service's settings wins over what stands here
     */
    Topology(MicroblogHome home, Path project, Secrets secrets, Map<String, String> environment) {
        this.home = home;
        this.project = project;
        this.secrets = secrets;
        this.environment = environment;
    }

    List<Part> parts() {
        return Stream.concat(
                        Stream.of(postgresql(), kafka(), elasticsearch(), sandboxes()),
                        SERVICES.stream().map(this::service))
                .toList();
    }

    private Part postgresql() {
        PostgresEngine engine = new PostgresEngine(
                home,
                home.data().resolve(POSTGRESQL),
                POSTGRESQL_PORT,
                secrets.get("POSTGRES_PASSWORD"),
                Durability.DURABLE);
        return engine(
                engine,
                List.of(POSTGRESQL_PORT),
                () -> SERVICES.stream()
                        .filter(service -> service.uses().contains(DATABASE))
                        .forEach(service -> engine.createDatabase(
                                service.identifier(), service.identifier(), databasePassword(service))));
    }

    private Part kafka() {
        KafkaEngine engine = new KafkaEngine(home, home.data().resolve(KAFKA), KAFKA_PORT, KAFKA_CONTROLLER_PORT);
        return engine(engine, List.of(KAFKA_PORT, KAFKA_CONTROLLER_PORT), () -> {});
    }

    private Part elasticsearch() {
        ElasticsearchEngine engine = new ElasticsearchEngine(
                home, home.data().resolve(ELASTICSEARCH), ELASTICSEARCH_PORT, ELASTICSEARCH_TRANSPORT_PORT);
        return engine(engine, List.of(ELASTICSEARCH_PORT, ELASTICSEARCH_TRANSPORT_PORT), () -> {});
    }

    private static Part engine(Engine engine, List<Integer> ports, Runnable onceReady) {
        return new Part(
                engine.name(), ports, Set.of(), engine::prepare, engine::isReady, onceReady, engine.stopSignal());
    }

    /** Postmark and the translator, played by one process with the launcher's own class path. */
    private Part sandboxes() {
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(SANDBOX_FLAGS);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "io.microblog.local.sandbox.SandboxesMain"));
        Map<String, String> settings = Map.of(
                "POSTMARK_SERVER_TOKEN", secrets.get("POSTMARK_SERVER_TOKEN"),
                "TRANSLATOR_KEY", secrets.get("TRANSLATOR_KEY"),
                "MICROBLOG_BASE_URL", URL);
        return new Part(
                SANDBOXES,
                List.of(POSTMARK_PORT, TRANSLATOR_PORT),
                Set.of(),
                () -> new Launch(command, settings, home.data()),
                () -> Health.answers(POSTMARK_PORT, "/health") && Health.answers(TRANSLATOR_PORT, "/health"),
                () -> {},
                "TERM");
    }

    /** A further copy of a service, which listens on a port of its own and is called after it: {@code post-service-8092}. */
    Optional<Part> copy(String name) {
        Matcher copy = COPY.matcher(name);
        if (!copy.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(copy.group(2));
        return SERVICES.stream()
                .filter(service -> service.name().equals(copy.group(1)) && service.port() != port)
                .map(service -> service.copyAt(port))
                .map(service -> service(name, service))
                .findFirst();
    }

    private Part service(Service service) {
        return service(service.name(), service);
    }

    private Part service(String name, Service service) {
        return new Part(
                name,
                List.of(service.port(), service.managementPort()),
                service.uses().stream().map(use -> use.part).collect(Collectors.toSet()),
                () -> new Launch(command(service), settings(service), home.data()),
                () -> Health.answers(service.managementPort(), "/actuator/health/readiness"),
                () -> {},
                "TERM");
    }

    private List<String> command(Service service) {
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(SERVICE_FLAGS);
        command.add("-Dmicrobloghome=" + home.root());
        command.addAll(List.of(
                "-jar", ServiceJar.install(home, project, service.name()).toString()));
        return command;
    }

    /** A service is configured by its environment alone. */
    private Map<String, String> settings(Service service) {
        Map<String, String> settings = new TreeMap<>(GENEROUS_LIMITS);
        settings.put("SERVER_PORT", String.valueOf(service.port()));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(service.managementPort()));
        settings.put("MICROBLOG_BASE_URL", URL);
        settings.put("MICROBLOG_NODE", String.valueOf(service.node()));
        settings.put("MICROBLOG_SERVICE_KEY", secrets.get("MICROBLOG_SERVICE_KEY"));
        settings.put("MALLOC_ARENA_MAX", "2");
        SERVICES.forEach(other -> settings.put(other.identifier().toUpperCase(Locale.ROOT) + "_URL", addresses(other)));
        service.uses().forEach(use -> settings.putAll(settings(service, use)));
        environment.forEach((name, value) -> {
            if (PASSED_ON.stream().anyMatch(name::startsWith)) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private Map<String, String> settings(Service service, Use use) {
        return switch (use) {
            case DATABASE ->
                Map.of(
                        "SPRING_DATASOURCE_URL",
                                "jdbc:postgresql://127.0.0.1:" + POSTGRESQL_PORT + "/" + service.identifier(),
                        "SPRING_DATASOURCE_USERNAME", service.identifier(),
                        "SPRING_DATASOURCE_PASSWORD", databasePassword(service));
            case EVENTS -> Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + KAFKA_PORT);
            case INDEX -> Map.of("SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:" + ELASTICSEARCH_PORT);
            case MAIL ->
                Map.of(
                        "POSTMARK_SERVER_TOKEN",
                        secrets.get("POSTMARK_SERVER_TOKEN"),
                        "POSTMARK_URL",
                        "http://127.0.0.1:" + POSTMARK_PORT);
            case TRANSLATOR ->
                Map.of(
                        "TRANSLATOR_KEY",
                        secrets.get("TRANSLATOR_KEY"),
                        "TRANSLATOR_REGION",
                        "local",
                        "TRANSLATOR_URL",
                        "http://127.0.0.1:" + TRANSLATOR_PORT);
            case ENCRYPTION -> Map.of("MICROBLOG_SECRET", secrets.get("MICROBLOG_SECRET"));
        };
    }

    /** Where the service and those of its copies that run are reached, comma-separated. */
    private String addresses(Service service) {
        Stream<Integer> copies = new Ledger(home.run())
                .running().stream()
                        .map(COPY::matcher)
                        .filter(copy -> copy.matches() && copy.group(1).equals(service.name()))
                        .map(copy -> Integer.parseInt(copy.group(2)));
        return Stream.concat(Stream.of(service.port()), copies)
                .map(port -> "http://127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    private String databasePassword(Service service) {
        return secrets.get(service.identifier().toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD");
    }
}
