package io.microblog.local.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller (KRaft). What concerns topics and messages is as a production cluster has it; only what
 * needs several brokers is set to one.
 */
public final class KafkaEngine extends Engine {

    private static final List<String> FLAGS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    private static final short API_VERSIONS = 18;

    private final MicroblogHome home;
    private final int controllerPort;
    private final @Nullable String password;
    private final List<String> furtherFlags;

    /**
     * @param data the folder for its data, made when missing
     * @param port the port for clients; 0 for a free one
     * @param controllerPort the port on which the broker reaches its own controller; 0 for a free one
     * @param password the administrator's; null opens it to everybody
     * @param furtherFlags of its JVM; they win over its own
     */
    public KafkaEngine(
            MicroblogHome home,
            Path data,
            int port,
            int controllerPort,
            @Nullable String password,
            List<String> furtherFlags) {
        super("kafka", data, port);
        this.home = home;
        this.controllerPort = Ports.orFree(controllerPort);
        this.password = password;
        this.furtherFlags = furtherFlags;
    }

    /** Starts a broker that ends with this JVM, and is open to everybody. */
    public static KafkaEngine start(Path data, int port) {
        KafkaEngine engine = new KafkaEngine(MicroblogHome.fromEnvironment(), data, port, 0, null, List.of());
        engine.start();
        return engine;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    public Launch prepare() {
        Path program = Distribution.install(home, "kafka", KafkaEngine::copy);
        try {
            Files.createDirectories(data());
            Path configuration = writeConfiguration();
            if (!Files.exists(logs().resolve("meta.properties"))) {
                runTool(
                        java(
                                program,
                                "kafka.tools.StorageTool",
                                "format",
                                "--ignore-formatted",
                                // In one word: an id may begin with a dash.
                                "--cluster-id=" + clusterId(),
                                "-c",
                                configuration.toString()),
                        Map.of());
            }
            List<String> command = java(program, "kafka.Kafka", configuration.toString());
            command.addAll(1 + FLAGS.size(), furtherFlags);
            command.addAll(1, ClassArchive.flags(home.cache().resolve(program.getFileName() + ".jsa")));
            return new Launch(command, Map.of(), data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logs() {
        return data().resolve("log");
    }

    private List<String> java(Path program, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(FLAGS);
        command.add("-Dlog4j2.configurationFile=" + data().resolve("log4j2.properties"));
        command.addAll(List.of("-cp", program + "/*", main));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path writeConfiguration() throws IOException {
        try (InputStream logging = resource("log4j2.properties")) {
            Files.copy(logging, data().resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
        }
        String properties = text("kafka.properties")
                .replace("${port}", String.valueOf(port()))
                .replace("${controllerPort}", String.valueOf(controllerPort))
                .replace("${protocol}", password == null ? "PLAINTEXT" : "SASL_PLAINTEXT")
                .replace("${logs}", logs().toString());
        String users = password == null ? "" : text("kafka-users.properties").replace("${password}", password);
        Path file = data().resolve("server.properties");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, properties + users);
    }

    private static String text(String name) throws IOException {
        try (InputStream resource = resource(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(KafkaEngine.class.getResourceAsStream(name), name);
    }

    /** Kafka's way to write a UUID: the 16 bytes in URL-safe Base64 without padding. */
    private static String clusterId() {
        UUID uuid = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An open port is not enough: the broker must answer a request, here the one for the versions it speaks. */
    @Override
    public boolean isReady() {
        try (Socket socket = new Socket()) {
            socket.connect(Ports.loopback(port()), 1000);
            socket.setSoTimeout(2000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            int correlation = 1;
            out.write(ByteBuffer.allocate(14)
                    .putInt(10)
                    .putShort(API_VERSIONS)
                    .putShort((short) 0)
                    .putInt(correlation)
                    .putShort((short) -1)
                    .array());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 0 && in.readInt() == correlation && in.readShort() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path packed, Path into) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(packed, "*.jar")) {
            for (Path jar : jars) {
                Files.copy(jar, into.resolve(jar.getFileName()));
            }
        }
    }
}
