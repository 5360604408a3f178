package io.microblog.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Elasticsearch node without security, on the loopback address only, with the analysis of a full distribution. */
public final class ElasticsearchEngine extends Engine {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final MicroblogHome home;
    private final int transportPort;
    private final Analysis analysis;

    /** Which analysis it has. */
    enum Analysis {
        /** That of a full distribution. */
        FULL,
        /** What the server itself has, and so every distribution of it. */
        BARE
    }

    /**
     * @param data the folder for its data, made when missing
     * @param port the port for HTTP; 0 for a free one
     * @param transportPort the port on which nodes would reach each other; 0 for a free one
     */
    public ElasticsearchEngine(MicroblogHome home, Path data, int port, int transportPort) {
        this(home, data, port, transportPort, Analysis.FULL);
    }

    ElasticsearchEngine(MicroblogHome home, Path data, int port, int transportPort, Analysis analysis) {
        super("elasticsearch", data, port);
        this.home = home;
        this.transportPort = Ports.orFree(transportPort);
        this.analysis = analysis;
    }

    /** Starts a node that ends with this JVM. */
    public static ElasticsearchEngine start(Path data, int port) {
        ElasticsearchEngine engine = new ElasticsearchEngine(MicroblogHome.fromEnvironment(), data, port, 0);
        engine.start();
        return engine;
    }

    public String uri() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public Launch prepare() {
        Path program = program();
        try {
            for (String folder : List.of("config", "data", "logs", "tmp")) {
                Files.createDirectories(data().resolve(folder));
            }
            Files.writeString(data().resolve("config/elasticsearch.yml"), "");
            try (InputStream logging = KafkaEngine.resource("log4j2.properties")) {
                Files.copy(logging, data().resolve("config/log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
            }
            Unprivileged.ownFolder(data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String tmp = data().resolve("tmp").toString();
        return new Launch(
                Unprivileged.command(command(program)),
                Map.of("HOME", data().toString(), "ES_TMPDIR", tmp, "LIBFFI_TMPDIR", tmp),
                data());
    }

    private Path program() {
        return switch (analysis) {
            case FULL -> Distribution.install(home, "elasticsearch", ElasticsearchEngine::unpackFull);
            case BARE -> Distribution.install(home, "elasticsearch", "-bare", ElasticsearchEngine::unpack);
        };
    }

    private List<String> command(Path program) {
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(ElasticsearchFlags.of(program, data(), archive(program)));
        command.addAll(List.of(
                program.resolve("server").toString(),
                data().resolve("config").toString(),
                data().resolve("logs").toString()));
        settings().forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    /** In a folder of its own: it is not the launcher's user who writes there. */
    private Path archive(Path program) {
        return Unprivileged.ownFolder(home.cache().resolve(name())).resolve(program.getFileName() + ".jsa");
    }

    private Map<String, String> settings() {
        return Map.of(
                "path.data", data().resolve("data").toString(),
                "cluster.name", "microblog",
                "node.name", "local",
                "network.host", "127.0.0.1",
                "http.port", String.valueOf(port()),
                "transport.port", String.valueOf(transportPort),
                "discovery.type", "single-node",
                "xpack.security.enabled", "false",
                // A disk nearly full is an everyday thing on a developer's machine; search must not stop for it.
                "cluster.routing.allocation.disk.threshold_enabled", "false");
    }

    @Override
    public boolean isReady() {
        try {
            URI health = URI.create(uri() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void unpackFull(Path packed, Path into) throws IOException {
        unpack(packed, into);
        Archives.unzip(packed.resolve("microblog-analysis.zip"), into.resolve("server/plugins/microblog-analysis"));
    }

    private static void unpack(Path packed, Path into) throws IOException {
        try (Stream<Path> archives = Files.list(packed)) {
            Path server = archives.filter(path -> path.getFileName().toString().startsWith("elasticsearch-")
                            && path.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No server in " + packed));
            Archives.unzip(server, into);
        }
        // The archive holds one folder, named after the version.
        try (Stream<Path> folders = Files.list(into)) {
            Files.move(folders.toList().getFirst(), into.resolve("server"));
        }
        Files.copy(packed.resolve("elasticsearch-main.jar"), into.resolve("elasticsearch-main.jar"));
    }
}
