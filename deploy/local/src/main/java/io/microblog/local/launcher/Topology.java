package io.microblog.local.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.access.KafkaAccess;
import io.microblog.local.engine.ClassArchive;
import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.local.engine.Engine;
import io.microblog.local.engine.JavaProgram;
import io.microblog.local.engine.KafkaEngine;
import io.microblog.local.engine.Launch;
import io.microblog.local.engine.MicroblogHome;
import io.microblog.local.engine.PostgresEngine;
import io.microblog.local.engine.PostgresEngine.Durability;

import static io.microblog.local.launcher.Service.Use.DATABASE;
import static io.microblog.local.launcher.Service.Use.ENCRYPTION;
import static io.microblog.local.launcher.Service.Use.EVENTS;
import static io.microblog.local.launcher.Service.Use.INDEX;
import static io.microblog.local.launcher.Service.Use.MAIL;
import static io.microblog.local.launcher.Service.Use.MEDIA;
import static io.microblog.local.launcher.Service.Use.PUSH;
import static io.microblog.local.launcher.Service.Use.TRANSLATOR;

/** The whole platform on one page: every part, its ports, what it needs and how it runs. */
final class Topology {

    static final String URL = "http://localhost:8080";

    static final String POSTGRESQL = "postgresql";
    static final String KAFKA = "kafka";
    static final String ELASTICSEARCH = "elasticsearch";
    static final String SANDBOXES = "sandboxes";

    /** What this program calls itself where it calls a service. */
    static final String LAUNCHER = "launcher";

    /** The secret of Kafka's administrator. */
    static final String KAFKA_PASSWORD = "KAFKA_PASSWORD";

    static final int USER_SERVICE_PORT = 8081;
    static final int SEARCH_SERVICE_PORT = 8083;
    static final int POSTGRESQL_PORT = 15432;
    static final int KAFKA_PORT = 19092;
    static final int ELASTICSEARCH_PORT = 19200;
    static final int POSTMARK_PORT = 8025;
    static final int TRANSLATOR_PORT = 8026;
    static final int PUSH_PORT = 8027;

    private static final int KAFKA_CONTROLLER_PORT = 19093;
    private static final int ELASTICSEARCH_TRANSPORT_PORT = 19300;

    /** Name, port (the management port is 1000 above), node, uses. */
    static final List<Service> SERVICES = List.of(
            new Service("gateway", 8080, 0),
            new Service("user-service", USER_SERVICE_PORT, 1, DATABASE, EVENTS, ENCRYPTION, MEDIA),
            new Service("post-service", 8082, 2, DATABASE, EVENTS, MEDIA),
            new Service("search-service", SEARCH_SERVICE_PORT, 3, DATABASE, EVENTS, INDEX),
            new Service("notification-service", 8084, 4, DATABASE, EVENTS, MAIL, PUSH),
            new Service("translation-service", 8085, 5, DATABASE, EVENTS, TRANSLATOR));

    /** Who calls whom, each pair with a key of its own. */
    static final Map<String, List<String>> CALLS = new TreeMap<>(Map.of(
            "gateway",
            List.of("user-service", "post-service", "search-service", "notification-service", "translation-service"),
            "user-service",
            List.of("post-service", "search-service", "notification-service", "translation-service"),
            "post-service",
            List.of("user-service"),
            "search-service",
            List.of("user-service", "post-service"),
            "notification-service",
            List.of("user-service", "post-service"),
            "translation-service",
            List.of("post-service"),
            LAUNCHER,
            List.of("user-service", "search-service")));

    /** Among the flags of services, and later than {@link #SERVICE_FLAGS}: code under load is optimized. */
    static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    /** Six services have to fit beside the engines, and to start on two cores within half a minute. */
    private static final List<String> SERVICE_FLAGS = List.of(
            "-Xms48m",
            "-Xmx224m",
            "-Xmn24m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:TrimNativeHeapInterval=30000",
            "-XX:+ExitOnOutOfMemoryError",
            // The optimizing compiler, and the profiles that code keeps for it, take two fifths of a start's work and
            // an
            // eighth of the memory, even at 20 times its usual thresholds.
            "-XX:TieredStopAtLevel=1",
            // Maps the class archive where it was made for, instead of rewriting all of it for another address.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "--enable-native-access=ALL-UNNAMED");

    /** The heap holds several batches of 500 mails that are taken in at once. */
    private static final List<String> SANDBOX_FLAGS = List.of(
            "-Xms16m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    /** Services are put together as their build found out, instead of finding it out anew. */
    static final String PREPARED = "-Dspring.aot.enabled=true";

    /** What of the shell decides what services consist of, by its beginning; the build did not know it. */
    private static final List<String> DECIDING = List.of("OTEL_", "MICROBLOG_OTLP_", "MICROBLOG_MAIL_PROVIDER");

    /** Further flags for all services, from the shell; they win over what stands here. */
    static final String JAVA_OPTIONS = "MICROBLOG_JAVA_OPTS";

    /** The same for Kafka's broker. */
    static final String KAFKA_JAVA_OPTIONS = "MICROBLOG_KAFKA_JAVA_OPTS";

    private static final Pattern COPY = Pattern.compile("(.+)-(\\d{4,5})");

    private final MicroblogHome home;
    private final Path project;
    private final Secrets secrets;
    private final ServiceSettings settings;
    private final List<String> serviceFlags;
    private final List<String> brokerFlags;
    private final boolean archives;

    /**
     * @param project the folder of the project, whose built services run
     * @param shell the launcher's own environment
     */
    Topology(MicroblogHome home, Path project, Secrets secrets, Map<String, String> shell) {
        this(
                home,
                project,
                secrets,
                new ServiceSettings(home, secrets, shell),
                Stream.of(SERVICE_FLAGS.stream(), prepared(shell), words(shell, JAVA_OPTIONS))
                        .flatMap(Function.identity())
                        .toList(),
                words(shell, KAFKA_JAVA_OPTIONS).toList(),
                true);
    }

    private Topology(
            MicroblogHome home,
            Path project,
            Secrets secrets,
            ServiceSettings settings,
            List<String> serviceFlags,
            List<String> brokerFlags,
            boolean archives) {
        this.home = home;
        this.project = project;
        this.secrets = secrets;
        this.settings = settings;
        this.serviceFlags = serviceFlags;
        this.brokerFlags = brokerFlags;
        this.archives = archives;
    }

    private static Stream<String> prepared(Map<String, String> shell) {
        return shell.keySet().stream().anyMatch(name -> DECIDING.stream().anyMatch(name::startsWith))
                ? Stream.of()
                : Stream.of(PREPARED);
    }

    private static Stream<String> words(Map<String, String> shell, String name) {
        String words = shell.getOrDefault(name, "").strip();
        return words.isEmpty() ? Stream.of() : Stream.of(words.split("\\s+"));
    }

    /** The same, but that its services start as any program of Java: nothing prepared, no archive of classes, both compilers. */
    Topology plain() {
        List<String> flags = new ArrayList<>(serviceFlags);
        flags.remove(PREPARED);
        flags.add(BOTH_COMPILERS);
        return new Topology(home, project, secrets, settings, List.copyOf(flags), brokerFlags, false);
    }

    /** Of the JVM, in their order: of two that differ the later one counts. */
    List<String> serviceFlags() {
        return serviceFlags;
    }

    /** The name of the key that two share, among the secrets. */
    static String key(String caller, String called) {
        return "KEY_" + identifier(caller) + "_TO_" + identifier(called);
    }

    /** The name of the password that a service has at an engine, among the secrets. */
    static String password(String service, String engine) {
        return identifier(service) + "_" + identifier(engine) + "_PASSWORD";
    }

    private static String identifier(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    List<Part> parts() {
        Stream<Part> services = SERVICES.stream().map(service -> service(service.name(), service));
        return Stream.concat(Stream.of(postgresql(), kafka(), elasticsearch(), sandboxes()), services)
                .toList();
    }

    /** A further copy of a service, called after the port of its own: {@code post-service-8092}. */
    Optional<Part> copy(String part) {
        return copyNamed(part).map(service -> service(part, service));
    }

    static Optional<Service> copyNamed(String part) {
        Matcher copy = COPY.matcher(part);
        if (!copy.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(copy.group(2));
        return SERVICES.stream()
                .filter(service -> service.name().equals(copy.group(1)) && service.port() != port)
                .map(service -> service.copyAt(port))
                .findFirst();
    }

    private Part postgresql() {
        PostgresEngine engine = new PostgresEngine(
                home,
                home.data().resolve(POSTGRESQL),
                POSTGRESQL_PORT,
                secrets.get("POSTGRES_PASSWORD"),
                Durability.DURABLE);
        return engine(engine, List.of(POSTGRESQL_PORT), () -> createDatabases(engine));
    }

    private void createDatabases(PostgresEngine engine) {
        SERVICES.stream()
                .filter(service -> service.uses().contains(DATABASE))
                .forEach(service -> engine.createDatabase(
                        service.identifier(), service.identifier(), settings.databasePassword(service)));
    }

    private Part kafka() {
        String password = secrets.get(KAFKA_PASSWORD);
        KafkaEngine engine = new KafkaEngine(
                home, home.data().resolve(KAFKA), KAFKA_PORT, KAFKA_CONTROLLER_PORT, password, brokerFlags);
        KafkaAccess access =
                new KafkaAccess(engine.bootstrapServers(), password, service -> secrets.get(password(service, KAFKA)));
        return engine(engine, List.of(KAFKA_PORT, KAFKA_CONTROLLER_PORT), access::grant);
    }

    private Part elasticsearch() {
        ElasticsearchEngine engine = new ElasticsearchEngine(
                home, home.data().resolve(ELASTICSEARCH), ELASTICSEARCH_PORT, ELASTICSEARCH_TRANSPORT_PORT);
        return engine(engine, List.of(ELASTICSEARCH_PORT, ELASTICSEARCH_TRANSPORT_PORT), () -> {});
    }

    private static Part engine(Engine engine, List<Integer> ports, Runnable onceReady) {
        return new Part(
                engine.name(),
                ports,
                Set.of(),
                Set.of(),
                engine::prepare,
                engine::isReady,
                onceReady,
                engine.stopSignal());
    }

    /** Postmark, the translator and the push services of browsers, played by one process with the launcher's own class path. */
    private Part sandboxes() {
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(SANDBOX_FLAGS);
        command.addAll(ClassArchive.flags(home.cache().resolve(SANDBOXES + ".jsa")));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "io.microblog.local.sandbox.SandboxesMain"));
        return new Part(
                SANDBOXES,
                List.of(POSTMARK_PORT, TRANSLATOR_PORT, PUSH_PORT),
                Set.of(),
                Set.of(),
                () -> new Launch(command, settings.ofSandboxes(), home.data()),
                () -> Stream.of(POSTMARK_PORT, TRANSLATOR_PORT, PUSH_PORT)
                        .allMatch(port -> Health.answers(port, "/health")),
                () -> {},
                "TERM");
    }

    private Part service(String part, Service service) {
        return new Part(
                part,
                List.of(service.port(), service.managementPort()),
                service.uses().stream()
                        .filter(Service.Use::isNeeded)
                        .map(Service.Use::part)
                        .collect(Collectors.toSet()),
                service.uses().stream().map(Service.Use::part).collect(Collectors.toSet()),
                () -> new Launch(command(service), settings.of(service), home.data()),
                () -> Health.answers(service.managementPort(), "/actuator/health/readiness"),
                () -> {},
                "TERM");
    }

    private List<String> command(Service service) {
        Path jar = ServiceJar.install(home, project, service.name());
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(serviceFlags);
        if (archives) {
            command.addAll(ClassArchive.flags(ServiceJar.archive(home, service.name(), jar)));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
