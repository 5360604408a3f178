package io.microblog.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * The web client in a real Chromium, by its own suite in {@code gateway/web/e2e}. Screenshots, and a report with traces
 * of what failed, stay in {@code gateway/target/e2e}. Where Surefire runs this again, only the walks that failed are walked
 * again.
 */
class BrowserTests {

    /** A walk that failed ({@code 1) [chromium] › file › name}), or the first line of why. */
    private static final Pattern FAILURE = Pattern.compile("^\\s+\\d+\\) |^\\s*(\\w*Error|Test timeout)\\b");

    private static final int MOST_LINES = 60;

    private static boolean walked;

    @Test
    void everyWalkSucceeds() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("e2e"));
        if (walked) {
            command.add("--last-failed");
        }
        walked = true;
        assertSucceeds(command);
    }

    /** While it lasts, parts of the platform are away: it stands for itself. */
    @Test
    void twoBrowsersAgreeThroughRestarts() throws IOException, InterruptedException {
        assertSucceeds(List.of("restart"));
    }

    private static void assertSucceeds(List<String> options) throws IOException, InterruptedException {
        Suite suite = walk(options);
        assertThat(suite.exitValue())
                .as("exit value of the browser's suite; what failed: %n%s", String.join("\n", suite.failures()))
                .isZero();
    }

    private static Suite walk(List<String> options) throws IOException, InterruptedException {
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
    private static Suite run(ProcessBuilder suite) throws IOException, InterruptedException {
        Process process = suite.start();
        try (var output = process.inputReader()) {
            List<String> failures = output.lines()
                    .peek(System.out::println)
                    .filter(line -> FAILURE.matcher(line).find())
                    .limit(MOST_LINES)
                    .toList();
            output.lines().forEach(System.out::println);
            return new Suite(process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1, failures);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /**
     * What the browser's suite came to.
     *
     * @param exitValue 0 when each walk succeeded, at the second try at the latest
     * @param failures the names of walks that failed, each before what was wrong, as its reporter prints them
     */
    private record Suite(int exitValue, List<String> failures) {}
}
