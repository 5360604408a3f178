package io.microblog.local.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.engine.MicroblogHome;

/** The environment of each service and of the sandboxes, which is all the configuration that they get. */
final class ServiceSettings {

    /** The services' own limits are those of a public server; on one's own machine nobody should run into them, or wait. */
    private static final Map<String, String> GENEROUS_LIMITS = Map.ofEntries(
            Map.entry("MICROBLOG_LIMITS_SIGNUPS", "100000"),
            Map.entry("MICROBLOG_LIMITS_LETTERS", "100000"),
            Map.entry("MICROBLOG_LIMITS_MAILS", "1000"),
            Map.entry("MICROBLOG_LIMITS_SIGNINS", "100000"),
            Map.entry("MICROBLOG_LIMITS_PASSWORDS", "1000"),
            Map.entry("MICROBLOG_LIMITS_APPS", "100000"),
            Map.entry("MICROBLOG_LIMITS_REQUESTS_ACCOUNT", "100000/5m"),
            Map.entry("MICROBLOG_LIMITS_REQUESTS_ANONYMOUS", "1000000/5m"),
            Map.entry("MICROBLOG_LIMITS_REQUESTS_PEER", "1000000/5m"),
            Map.entry("MICROBLOG_LIMITS_REQUESTS_FILES", "1000000/5m"),
            Map.entry("MICROBLOG_LIMITS_REQUESTS_MEDIA", "10000/30m"),
            Map.entry("MICROBLOG_LIMITS_REQUESTS_DELETIONS", "10000/30m"),
            Map.entry("MICROBLOG_LIMITS_TRANSLATIONS", "100000"),
            Map.entry("MICROBLOG_LIMITS_TRANSLATION_CHARACTERS", "1000000000"),
            Map.entry("MICROBLOG_LIMITS_NOTIFICATION_MAILS", "100000"),
            Map.entry("MICROBLOG_MAIL_JOIN_WINDOW", "2s"),
            Map.entry("MICROBLOG_LIMITS_STREAMS_PERSON", "1000"),
            Map.entry("MICROBLOG_LIMITS_STREAMS_PEER", "100000"));

    /** Variables with these beginnings reach the services from the shell, and win over what stands here. */
    private static final List<String> PASSED_ON = List.of(
            "MICROBLOG_BASE_URL",
            "MICROBLOG_INSTANCE_",
            "MICROBLOG_REGISTRATIONS_",
            "MICROBLOG_STREAMING",
            "MICROBLOG_LIMITS_",
            "MICROBLOG_LOG_",
            "MICROBLOG_S3_",
            "MICROBLOG_MAIL_",
            "MICROBLOG_PUSH_",
            "MICROBLOG_VAPID_KEY",
            "MICROBLOG_OTLP_",
            "MICROBLOG_TRACE_",
            "POSTMARK_",
            "TRANSLATOR_",
            "OTEL_",
            "LOGGING_");

    private final MicroblogHome home;
    private final Secrets secrets;
    private final Map<String, String> shell;

    /** @param shell the launcher's own environment */
    ServiceSettings(MicroblogHome home, Secrets secrets, Map<String, String> shell) {
        this.home = home;
        this.secrets = secrets;
        this.shell = shell;
    }

    Map<String, String> of(Service service) {
        Map<String, String> settings = new TreeMap<>(GENEROUS_LIMITS);
        settings.put("SERVER_PORT", String.valueOf(service.port()));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(service.managementPort()));
        settings.put("MICROBLOG_BASE_URL", Topology.URL);
        settings.put("MICROBLOG_NODE", String.valueOf(service.node()));
        settings.put("MICROBLOG_KEYS_TO", keysTo(service));
        // The gateway listens too, and needs nobody to publish.
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Topology.KAFKA_PORT);
        settings.put("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        settings.put("MICROBLOG_KAFKA_PASSWORD", secrets.get(Topology.password(service.name(), Topology.KAFKA)));
        // Each arena of the C library's allocator costs a process of many threads some MiB.
        settings.put("MALLOC_ARENA_MAX", "2");
        Topology.SERVICES.forEach(
                other -> settings.put(other.identifier().toUpperCase(Locale.ROOT) + "_URL", addresses(other, service)));
        callers(service).ifPresent(keys -> settings.put("MICROBLOG_KEYS_FROM", keys));
        service.uses().forEach(use -> settings.putAll(of(service, use)));
        return overriddenByShell(settings);
    }

    private String keysTo(Service service) {
        return Topology.CALLS.getOrDefault(service.name(), List.of()).stream()
                .map(called -> called + "=" + secrets.get(Topology.key(service.name(), called)))
                .collect(Collectors.joining(","));
    }

    /** Empty for a service that nobody calls. */
    private Optional<String> callers(Service service) {
        return Topology.CALLS.entrySet().stream()
                .filter(calls -> calls.getValue().contains(service.name()))
                .map(calls -> calls.getKey() + "=" + secrets.get(Topology.key(calls.getKey(), service.name())))
                .reduce((keys, key) -> keys + "," + key);
    }

    /** The sandboxes accept the very token and key that the services send. */
    Map<String, String> ofSandboxes() {
        return overriddenByShell(new TreeMap<>(Map.of(
                "MICROBLOG_SANDBOX_DIR", home.data().resolve(Topology.SANDBOXES).toString(),
                "POSTMARK_SERVER_TOKEN", secrets.get("POSTMARK_SERVER_TOKEN"),
                "TRANSLATOR_KEY", secrets.get("TRANSLATOR_KEY"))));
    }

    private Map<String, String> overriddenByShell(Map<String, String> settings) {
        shell.forEach((name, value) -> {
            if (PASSED_ON.stream().anyMatch(name::startsWith)) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private Map<String, String> of(Service service, Service.Use use) {
        return switch (use) {
            case DATABASE ->
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://127.0.0.1:" + Topology.POSTGRESQL_PORT + "/" + service.identifier(),
                        "SPRING_DATASOURCE_USERNAME",
                        service.identifier(),
                        "SPRING_DATASOURCE_PASSWORD",
                        databasePassword(service));
            case EVENTS -> Map.of();
            case INDEX -> Map.of("SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:" + Topology.ELASTICSEARCH_PORT);
            case MAIL ->
                Map.of(
                        "MICROBLOG_LINK_KEY",
                        linkKey(),
                        "POSTMARK_SERVER_TOKEN",
                        secrets.get("POSTMARK_SERVER_TOKEN"),
                        "POSTMARK_URL",
                        "http://127.0.0.1:" + Topology.POSTMARK_PORT);
            case PUSH ->
                Map.of(
                        "MICROBLOG_VAPID_KEY",
                        secrets.get("MICROBLOG_VAPID_KEY"),
                        "MICROBLOG_PUSH_SANDBOX",
                        "http://127.0.0.1:" + Topology.PUSH_PORT);
            case TRANSLATOR ->
                Map.of(
                        "TRANSLATOR_NAME",
                        "Translation Sandbox (no real translator)",
                        "TRANSLATOR_KEY",
                        secrets.get("TRANSLATOR_KEY"),
                        "TRANSLATOR_REGION",
                        "local",
                        "TRANSLATOR_URL",
                        "http://127.0.0.1:" + Topology.TRANSLATOR_PORT);
            // Copies of a service share its folder.
            case MEDIA ->
                Map.of(
                        "MICROBLOG_MEDIA_DIR",
                        home.data().resolve("media").resolve(service.name()).toString());
            case ENCRYPTION -> Map.of("MICROBLOG_SECRET", secrets.get("MICROBLOG_SECRET"));
        };
    }

    /** Once all services shared a key, and links in mails that were sent then go on working. */
    private String linkKey() {
        return secrets.find("MICROBLOG_SERVICE_KEY").orElseGet(() -> secrets.get("MICROBLOG_LINK_KEY"));
    }

    String databasePassword(Service service) {
        return secrets.get(Topology.password(service.name(), "database"));
    }

    /** Where the service is reached; the gateway learns of its running copies too, comma-separated. */
    private String addresses(Service service, Service reader) {
        if (!reader.name().equals("gateway")) {
            return "http://127.0.0.1:" + service.port();
        }
        Stream<Service> copies = new Ledger(home.run())
                .running().stream()
                        .flatMap(part -> Topology.copyNamed(part).stream())
                        .filter(copy -> copy.name().equals(service.name()));
        return Stream.concat(Stream.of(service), copies)
                .map(copy -> "http://127.0.0.1:" + copy.port())
                .collect(Collectors.joining(","));
    }
}
