package io.microblog.local.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SandboxesMainTests {

    private static final String MAIL =
            "{\"From\": \"a@x.org\", \"To\": \"ann@x.org\", \"Subject\": \"s\", \"TextBody\": \"t\"}";

    @TempDir
    private Path directory;

    @Test
    void keepsMailInTheDirectoryAndWantsTheToken() throws IOException {
        for (int run = 1; run <= 2; run++) {
            try (var sandboxes = SandboxesMain.start(environment("0", "0"));
                    var client = new SandboxClient(
                            sandboxes.postmark().url(),
                            "X-Postmark-Server-Token",
                            "secret",
                            "Content-Type",
                            "application/json");
                    var stranger = new SandboxClient(sandboxes.postmark().url(), "X-Postmark-Server-Token", "wrong")) {
                assertThat(client.post("/email", MAIL).status()).isEqualTo(200);
                assertThat(stranger.post("/email", MAIL).status()).isEqualTo(401);
                assertThat(sandboxes.postmark().messages()).hasSize(run);
            }
        }
    }

    @Test
    void namesThePortThatIsTakenAndStartsNone() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(taken.getLocalPort());

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> SandboxesMain.start(environment("0", port)))
                    .withMessageStartingWith("Port " + port + " cannot be used");
        }
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SandboxesMain.start(environment("mail", "0")))
                .withMessage("POSTMARK_SANDBOX_PORT is not a port: mail");
    }

    @Test
    void saysWhereAllAreAndStopsWhenToldTo() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxesMain.class.getName()));
        builder.environment().putAll(environment("0", "0"));
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var output = process.inputReader(UTF_8)) {
            var mail = output.readLine();
            var translation = output.readLine();
            var push = output.readLine();
            assertThat(mail).startsWith("Mail sandbox on http://127.0.0.1:");
            assertThat(translation).startsWith("Translation sandbox on http://127.0.0.1:");
            assertThat(push).startsWith("Push sandbox on http://127.0.0.1:");
            assertHealthy(mail);
            assertHealthy(translation);
            assertHealthy(push);

            process.destroy();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assertHealthy(String line) {
        try (var client = new SandboxClient(line.substring(line.indexOf("http")))) {
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    private Map<String, String> environment(String postmarkPort, String translatorPort) {
        return Map.of(
                "POSTMARK_SANDBOX_PORT",
                postmarkPort,
                "TRANSLATOR_SANDBOX_PORT",
                translatorPort,
                "PUSH_SANDBOX_PORT",
                "0",
                "SANDBOX_ADDRESS",
                "127.0.0.1",
                "MICROBLOG_SANDBOX_DIR",
                directory.toString(),
                "POSTMARK_SERVER_TOKEN",
                "secret",
                "TRANSLATOR_KEY",
                "secret");
    }
}
