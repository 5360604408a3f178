package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.microblog.local.engine.ChildProcess;
import io.microblog.local.engine.Launch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

    @TempDir
    private Path folder;

    private Ledger ledger;
    private ChildProcess process;

    @BeforeEach
    void startProcess() {
        ledger = new Ledger(folder);
        process = ChildProcess.start(new Launch(List.of("sleep", "600"), Map.of(), folder), folder.resolve("log"));
    }

    @AfterEach
    void killProcess() {
        process.kill();
    }

    @Test
    void findsWhatAnEarlierRunRecorded() {
        ledger.record("part", process);

        assertThat(new Ledger(folder).find("part"))
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(process.pid()));
        assertThat(new Ledger(folder).running()).containsExactly("part");
    }

    @Test
    void doesNotTakeAStrangerWithTheSameIdForThePart() throws IOException {
        ledger.record("part", process);
        Path file = folder.resolve("part.properties");
        Files.writeString(
                file, Files.readString(file).replaceAll("started=.*", "started=2020-01-01T00\\\\:00\\\\:00Z"));

        assertThat(ledger.find("part")).isEmpty();
    }

    @Test
    void doesNotFindWhatHasEnded() {
        ledger.record("part", process);

        process.kill();

        assertThat(ledger.find("part")).isEmpty();
        assertThat(ledger.running()).isEmpty();
    }

    @Test
    void ignoresAFileCutShort() throws IOException {
        Files.writeString(folder.resolve("part.properties"), "pid=12");

        assertThat(ledger.find("part")).isEmpty();
    }
}
