package io.microblog.local.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.microblog.local.engine.MicroblogHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what a command gets in: of the environment, as a container has it, or of a file. */
final class Credential {

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = "Where its passwords and keys stand, if not in the home of the local platform.")
    private @Nullable Path file;

    /** @throws LauncherException when there is none */
    String of(String name) {
        return of(name, file);
    }

    static String of(String name, @Nullable Path file) {
        return of(name, file, System.getenv());
    }

    static String of(String name, @Nullable Path file, Map<String, String> environment) {
        Path secrets = file == null ? MicroblogHome.fromEnvironment().secrets() : file;
        return Optional.ofNullable(file == null ? environment.get(name) : null)
                .or(() -> Secrets.in(secrets).find(name))
                .orElseThrow(() -> new LauncherException("There is no " + name + " in " + secrets));
    }
}
