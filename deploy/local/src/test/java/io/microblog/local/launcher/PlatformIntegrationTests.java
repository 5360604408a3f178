package io.microblog.local.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.microblog.local.engine.JavaProgram;
import io.microblog.local.engine.MicroblogHome;
import io.microblog.local.engine.Ports;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformIntegrationTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Part base = TinyServer.part("base", Ports.free());
    private final Part service = TinyServer.part("service", Ports.free(), "base");
    private List<Part> parts = List.of(base, service);

    @AfterEach
    void stopAll() {
        platform().down(parts);
    }

    @Test
    void startsAPartAfterThoseItNeeds() {
        platform().up(parts);

        assertThat(service.ready().getAsBoolean()).isTrue();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence("base", "ready on port " + base.port(), "service", "starting", "service", "ready");
    }

    @Test
    void adoptsWhatAnEarlierRunHasStarted() {
        platform().up(parts);
        long pid = pid(base);

        platform().up(parts);

        assertThat(pid(base)).isEqualTo(pid);
    }

    @Test
    void startsAgainOnlyWhatWasKilled() {
        platform().up(parts);
        long pid = pid(base);
        platform().process(service).orElseThrow().kill();
        assertThat(platform().dead()).extracting(Part::name).containsExactly("service");

        platform().up(parts);

        assertThat(pid(base)).isEqualTo(pid);
        assertThat(service.ready().getAsBoolean()).isTrue();
    }

    @Test
    void stopsAPartBeforeThoseItNeeds() {
        platform().up(parts);

        platform().down(parts);

        assertThat(platform().running()).isEmpty();
        assertThat(platform().dead()).isEmpty();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .containsSubsequence("service", "stopped", "base", "stopping", "base", "stopped");
    }

    @Test
    void namesPartPortAndProcessWhenAStrangerHasThePort() throws IOException {
        try (ServerSocket stranger = new ServerSocket(service.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> platform().up(parts))
                    .hasMessage(
                            "service cannot start: port %d is in use by java (pid %d).",
                            stranger.getLocalPort(), ProcessHandle.current().pid());
        }
        assertThat(platform().running()).isEmpty();
    }

    @Test
    void saysWhyAPartFailedAndLeavesOutWhatNeedsIt() {
        Part broken = TinyServer.part("base", Ports.free(), List.of("sh", "-c", "echo no disk; exit 3"));
        parts = List.of(broken, service);

        assertThatThrownBy(() -> platform().up(parts))
                .hasMessageStartingWith("base: ended before it was ready.")
                .hasMessageContaining(folder.resolve("logs/base.log").toString())
                .hasMessageEndingWith("    no disk");
        assertThat(platform().running()).isEmpty();
    }

    @Test
    void partsOutliveALauncherThatIsKilled() throws IOException {
        Process launcher = new ProcessBuilder(
                        JavaProgram.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LauncherToKill.class.getName(),
                        folder.toString(),
                        String.valueOf(base.port()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launcher.log").toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(Part.START_PATIENCE)
                    .until(() -> base.ready().getAsBoolean());
        } finally {
            launcher.destroyForcibly().onExit().join();
        }
        long pid = pid(base);

        platform().up(parts);

        assertThat(pid(base)).isEqualTo(pid);
    }

    @Test
    void refusesAPartThatDoesNotExist() {
        assertThatThrownBy(() -> platform().part("kafak"))
                .hasMessage("There is no part kafak. The parts are: base, service");
    }

    /** Each is a launcher of its own, which knows only what is on disk. */
    private Platform platform() {
        return new Platform(
                parts,
                new MicroblogHome(folder),
                new Progress(new PrintStream(output, true, StandardCharsets.UTF_8), false));
    }

    private long pid(Part part) {
        return platform().process(part).orElseThrow().pid();
    }

    /** Starts a part and stays. */
    static final class LauncherToKill {

        private LauncherToKill() {}

        public static void main(String[] args) throws InterruptedException {
            Part part = TinyServer.part("base", Integer.parseInt(args[1]));
            new Platform(List.of(part), new MicroblogHome(Path.of(args[0])), Progress.onStandardOutput())
                    .up(List.of(part));
            Thread.currentThread().join();
        }
    }
}
