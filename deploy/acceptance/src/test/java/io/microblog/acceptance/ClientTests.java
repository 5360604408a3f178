package io.microblog.acceptance;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Clients that others wrote, each from its first request on: they register, lead a person through sign-in and consent,
 * post a picture, and find it and what others did. The walks of the libraries are in {@code clients}.
 */
class ClientTests {

    private static final Path WALKS = RunningPlatform.PROJECT.resolve("deploy/acceptance/clients");
    private static final String INSTALLER = "../../../gateway/web/scripts/maven.mjs";

    /** What a walk says once it hears what happens. */
    private static final String LISTENING = "listening";

    private static final String AUTHORIZE = RunningPlatform.URL + "/oauth/authorize";

    private final Person friend = Person.signUp("friend");

    @TempDir
    Path folder;

    private Path picture = Path.of("");

    @BeforeEach
    void draw() throws IOException {
        picture = folder.resolve("square.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"masto.mjs", "megalodon.mjs"})
    void librariesWalkThrough(String walk) throws IOException {
        assumeFalse(Boolean.getBoolean("web.skip"), "-Dweb.skip leaves out what needs Node");
        run(WALKS, List.of("node", INSTALLER, "install"));
        Person reader = mentioned();

        signIn(reader, List.of("node", walk, RunningPlatform.URL, picture.toString(), friend.username), "");
    }

    @Test
    void tootWalksThrough() throws IOException {
        assumeTrue(isOnPath("toot"), "toot is not installed");
        Person reader = mentioned();
        String server = RunningPlatform.URL.replace("http://", "");

        signIn(reader, List.of("toot", "login", "--disable-https", "--instance", server), "n\n");
        assertThat(toot("whoami")).contains("@" + reader.username);
        toot("post", "A square for @" + friend.username, "--media", picture.toString(), "--description", "A square");
        friend.awaitNotified("mention", 1);

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(toot("timeline", "--once")).contains("A square for @" + friend.username, "/media/"));
        // A platform that has just been started may be building its first index.
        Awaitility.await()
                .untilAsserted(() -> assertThat(toot("search", friend.username)).contains("@" + friend.username));
        assertThat(toot("notifications")).contains(friend.username, "Hello");
    }

    /** Somebody new who has something to be notified of. */
    private Person mentioned() {
        Person reader = Person.signUp("reader");
        friend.post("Hello @" + reader.username);
        reader.awaitNotified("mention", 1);
        return reader;
    }

    private String toot(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("toot"));
        command.addAll(List.of(arguments));
        return run(WALKS, command);
    }

    private static boolean isOnPath(String program) {
        return List.of(System.getenv("PATH").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String run(Path where, List<String> command) throws IOException {
        Process process = start(where, command);
        process.outputWriter().close();
        try (BufferedReader output = process.inputReader()) {
            return succeeded(process, output, new StringBuilder());
        }
    }

    /** Gives a program the code that the page shows to the person whom it sends there. */
    private void signIn(Person person, List<String> command, String before) throws IOException {
        Process process = start(WALKS, command);
        var printed = new StringBuilder();
        try (BufferedReader output = process.inputReader();
                BufferedWriter input = process.outputWriter()) {
            String line = output.readLine();
            while (line != null && !line.startsWith(AUTHORIZE)) {
                printed.append(line).append('\n');
                line = output.readLine();
            }
            assertThat(line).as("%s asks to authorize it: %s", command, printed).isNotNull();
            input.write(before + person.consent(String.valueOf(line).strip()) + "\n");
            input.flush();
            for (String said = output.readLine(); said != null; said = output.readLine()) {
                printed.append(said).append('\n');
                if (said.equals(LISTENING)) {
                    friend.post("Hello again @" + person.username);
                }
            }
            succeeded(process, output, printed);
        }
    }

    private Process start(Path where, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        // toot keeps its tokens there.
        builder.environment().putAll(Map.of("XDG_CONFIG_HOME", folder.toString(), "NO_COLOR", "1"));
        return builder.start();
    }

    private static String succeeded(Process process, BufferedReader output, StringBuilder printed) throws IOException {
        try {
            output.lines().forEach(line -> printed.append(line).append('\n'));
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as("%s", printed).isZero();
            return printed.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }
}
