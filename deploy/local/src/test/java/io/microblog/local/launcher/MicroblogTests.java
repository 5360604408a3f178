package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class MicroblogTests {

    private final StringWriter errors = new StringWriter();

    @Test
    void knowsItsCommands() {
        assertThat(Microblog.commandLine().getSubcommands().keySet())
                .containsExactlyInAnyOrder(
                        "up", "down", "start", "stop", "restart", "status", "logs", "reset", "demo", "admin", "dlt",
                        "reindex", "access", "bench");
    }

    @Test
    void explainsAWrongCommand() {
        int exitCode = run("upp");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("Unmatched argument", "upp");
    }

    @Test
    void asksForThePart() {
        assertThat(run("start")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains("Missing required parameter: 'PART'");
    }

    @Test
    void keepsTheKindOfAnUnexpectedError() {
        assertThat(Microblog.explain(new IllegalStateException("odd")))
                .isEqualTo("java.lang.IllegalStateException: odd");
        assertThat(Microblog.explain(new LauncherException("plain"))).isEqualTo("plain");
    }

    private int run(String... arguments) {
        return Microblog.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
