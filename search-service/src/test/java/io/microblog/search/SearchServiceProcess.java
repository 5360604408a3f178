package io.microblog.search;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/** A further search-service, in a process of its own that can be killed. */
public final class SearchServiceProcess implements AutoCloseable {

    private final Process process;

    private SearchServiceProcess(Process process) {
        this.process = process;
    }

    /** @param settings properties by name, besides its ports */
    public static SearchServiceProcess start(Map<String, String> settings) throws IOException {
        String tests = File.separator + "test-classes";
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(tests))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                SearchServiceApplication.class.getName(),
                "--server.port=" + freePort(),
                "--management.server.port=" + freePort()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new SearchServiceProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/second-instance.log"))
                .start());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
