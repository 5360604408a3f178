package io.microblog.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DemoLedgerTests {

    @TempDir
    private Path folder;

    @Test
    void remembersAcrossRuns() throws IOException {
        DemoLedger.open(folder.resolve("demo")).record("person.lena.token", "abc=def");

        assertThat(DemoLedger.open(folder.resolve("demo")).find("person.lena.token"))
                .hasValue("abc=def");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo"))))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsALineThatWasCutShortAndGoesOn() throws IOException {
        DemoLedger.open(folder.resolve("demo")).record("one", "1");
        Files.writeString(folder.resolve("demo"), "\ntwo=12", StandardOpenOption.APPEND);

        DemoLedger ledger = DemoLedger.open(folder.resolve("demo"));
        assertThat(ledger.has("two")).isFalse();
        ledger.record("three", "3");
        assertThat(DemoLedger.open(folder.resolve("demo")).find("three")).hasValue("3");
    }
}
