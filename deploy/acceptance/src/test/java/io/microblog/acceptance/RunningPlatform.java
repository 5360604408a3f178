package io.microblog.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * The whole platform, started by its own command with a home of its own, once for all acceptance tests. It stops with
 * this JVM.
 */
final class RunningPlatform {

    static final String URL = "http://localhost:8080";
    static final String MAIL_SANDBOX = "http://127.0.0.1:8025";
    static final String PUSH_SANDBOX = "http://127.0.0.1:8027";

    /** By which Postmark would prove itself to the webhook. */
    static final String WEBHOOK_CREDENTIALS = "postmark:acceptance-tests";

    /** The root of the project. */
    static final Path PROJECT = project();

    private static final Path HOME = newHome();
    private static final RunningPlatform INSTANCE = new RunningPlatform();

    private RunningPlatform() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> microblog("down")));
        microblog("up", "--detach");
    }

    static RunningPlatform get() {
        return INSTANCE;
    }

    Path home() {
        return HOME;
    }

    private record Ended(int exitCode, String printed) {}

    /** Runs {@code ./microblog} and fails with all it printed when it does. */
    String microblog(String... arguments) {
        Ended ended = run(arguments);
        if (ended.exitCode() != 0) {
            throw new AssertionError(String.join(" ", arguments) + " failed:\n" + ended.printed());
        }
        return ended.printed();
    }

    /** Runs {@code ./microblog}, which must refuse, and returns what it printed. */
    String refused(String... arguments) {
        Ended ended = run(arguments);
        if (ended.exitCode() != 1) {
            throw new AssertionError(String.join(" ", arguments) + " was not refused:\n" + ended.printed());
        }
        return ended.printed();
    }

    private static Ended run(String... arguments) {
        var command = new ArrayList<>(List.of(PROJECT.resolve("microblog").toString()));
        command.addAll(List.of(arguments));
        Path output = HOME.resolve("acceptance-" + arguments[0] + ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment());
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                throw new AssertionError(String.join(" ", command) + " hangs:\n" + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the platform's command is told, whoever calls it. */
    static Map<String, String> environment() throws IOException {
        return Map.of(
                "MICROBLOG_HOME", HOME.toString(),
                "MICROBLOG_BUILD", "never",
                "MICROBLOG_INSTANCE_TEXTS", texts().toString(),
                "POSTMARK_WEBHOOK_CREDENTIALS", WEBHOOK_CREDENTIALS,
                // Mails whose sender was killed are settled soon, but not before the provider's time-out.
                "MICROBLOG_MAIL_GRACE", "15s",
                "MICROBLOG_MAIL_SECURITY_GRACE", "15s",
                "MICROBLOG_MAIL_LONGEST_RETRY", "5s",
                // Each mention is told by a mail of its own.
                "MICROBLOG_MAIL_JOIN_WINDOW", "0s");
    }

    void stop(String part) {
        microblog("stop", part);
    }

    void start(String part) {
        microblog("start", part);
    }

    /** Ends a part as a power cut would. */
    void kill(String part) {
        try (var file = Files.newBufferedReader(HOME.resolve("run").resolve(part + ".properties"))) {
            var process = new Properties();
            process.load(file);
            ProcessHandle handle = ProcessHandle.of(Long.parseLong(process.getProperty("pid")))
                    .orElseThrow(() -> new AssertionError(part + " does not run"));
            handle.destroyForcibly();
            Awaitility.await().until(() -> !handle.isAlive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the operator of this server has to say. */
    private static Path texts() throws IOException {
        Path folder = Files.createDirectories(HOME.resolve("texts"));
        Files.writeString(folder.resolve("terms.md"), "Be **kind**.");
        return folder;
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("microblog"))) {
            folder = Objects.requireNonNull(folder.getParent(), "These tests run inside the project");
        }
        return folder;
    }

    /** Below the given home where there is one, because engines that run as nobody must reach it. */
    private static Path newHome() {
        try {
            String given = System.getenv("MICROBLOG_HOME");
            return given == null
                    ? openToAll(Files.createTempDirectory("microblog-acceptance-"))
                    : Files.createDirectories(Path.of(given, "acceptance"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path openToAll(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
