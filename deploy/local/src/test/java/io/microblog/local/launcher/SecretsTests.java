package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void makesEachSecretOnce() {
        Path file = folder.resolve("secrets.properties");

        String first = Secrets.in(file).get("KEY");

        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(Secrets.in(file).get("KEY")).isEqualTo(first);
        assertThat(Secrets.in(file).get("OTHER")).isNotEqualTo(first);
    }

    @Test
    void letsOnlyTheOwnerReadThem() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Secrets.in(file).get("KEY");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
