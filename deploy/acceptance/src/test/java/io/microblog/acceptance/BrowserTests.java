package io.microblog.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The web client in a real Chromium, by its own suite in {@code gateway/web/e2e}. Screenshots, and a report with traces
 * of what failed, stay in {@code gateway/target/e2e}. Where Surefire runs this again, only the walks that failed are walked
 * again.
 */
class BrowserTests {

    private static boolean walked;

    @Test
    void everyWalkSucceeds() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("e2e"));
        if (walked) {
            command.add("--last-failed");
        }
        walked = true;
        assertThat(walk(command)).as("exit value of the browser's suite").isZero();
    }

    /** While it lasts, parts of the platform are away: it stands for itself. */
    @Test
    void twoBrowsersAgreeThroughRestarts() throws IOException, InterruptedException {
        assertThat(walk(List.of("restart")))
                .as("exit value of the suite with restarts")
                .isZero();
    }

    private static int walk(List<String> options) throws IOException, InterruptedException {
        assumeFalse(Boolean.getBoolean("web.skip"), "-Dweb.skip leaves the web client out, and so its walks");
        Path webClient = RunningPlatform.PROJECT.resolve("gateway/web");
        List<String> command = new ArrayList<>(List.of("node", "scripts/maven.mjs"));
        command.addAll(options);
        ProcessBuilder suite =
                new ProcessBuilder(command).directory(webClient.toFile()).redirectErrorStream(true);
        suite.environment().putAll(RunningPlatform.environment());
        suite.environment()
                .putAll(Map.of(
                        "MICROBLOG_URL",
                        RunningPlatform.URL,
                        "MICROBLOG_MAIL_URL",
                        RunningPlatform.MAIL_SANDBOX,
                        "POSTMARK_SERVER_TOKEN",
                        Secrets.get("POSTMARK_SERVER_TOKEN")));
        return run(suite);
    }

    /** Passes on what the process says while it runs; the suite has a time-out of its own. */
    private static int run(ProcessBuilder suite) throws IOException, InterruptedException {
        Process process = suite.start();
        try (var output = process.inputReader()) {
            output.lines().forEach(System.out::println);
            return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
