package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CredentialTests {

    private static final Map<String, String> CONTAINER = Map.of("KAFKA_PASSWORD", "of the container");

    @TempDir
    private Path folder;

    @Test
    void isOfTheEnvironmentWhereThatHasIt() {
        assertThat(Credential.of("KAFKA_PASSWORD", null, CONTAINER)).isEqualTo("of the container");
    }

    @Test
    void isOfTheFileThatWasNamed() throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "KAFKA_PASSWORD=of the file");

        assertThat(Credential.of("KAFKA_PASSWORD", file, CONTAINER)).isEqualTo("of the file");
    }

    @Test
    void saysWhatIsMissingWhere() {
        Path file = folder.resolve(".env");

        assertThatThrownBy(() -> Credential.of("KAFKA_PASSWORD", file, CONTAINER))
                .isInstanceOf(LauncherException.class)
                .hasMessage("There is no KAFKA_PASSWORD in " + file);
    }
}
