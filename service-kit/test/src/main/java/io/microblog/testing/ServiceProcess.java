package io.microblog.testing;

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

/** A further instance of the service under test, in a process of its own that can be killed. */
public final class ServiceProcess implements AutoCloseable {

    /** Where it says what it does, in the module's folder. */
    public static final String LOG = "target/second-instance.log";

    private final int port;
    private final Process process;

    private ServiceProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and does not wait.
     *
     * @param application the class that has the service's {@code main}
     * @param settings properties by name, besides its ports
     */
    public static ServiceProcess start(Class<?> application, Map<String, String> settings) throws IOException {
        int port = freePort();
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
                application.getName(),
                "--server.port=" + port,
                "--management.server.port=" + freePort()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ServiceProcess(
                port,
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(new File(LOG))
                        .start());
    }

    /** Where it answers requests. */
    public int port() {
        return port;
    }

    /** Whether it runs. */
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
