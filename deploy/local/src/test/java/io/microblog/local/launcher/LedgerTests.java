package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.microblog.local.engine.ChildProcess;
import io.microblog.local.engine.Launch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LedgerTests {

    @TempDir
    private Path folder;

    private Ledger ledger;
    private ChildProcess process;

    @BeforeEach
    void startProcess() {
        ledger = new Ledger(folder);
        process = ledger.start("part", new Launch(List.of("sleep", "600"), Map.of(), folder), folder.resolve("log"));
        await().until(() -> ledger.find("part").isPresent());
    }

    @AfterEach
    void killProcess() {
        process.kill();
    }

    @Test
    void findsWhatAnEarlierRunRecorded() {
        assertThat(new Ledger(folder).find("part"))
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(process.pid()));
        assertThat(new Ledger(folder).running()).containsExactly("part");
    }

    @Test
    void doesNotTakeAStrangerWithTheSameIdForThePart() throws IOException {
        Path file = folder.resolve("part.properties");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("pid=.*", "pid=" + ProcessHandle.current().pid()));

        assertThat(ledger.find("part")).isEmpty();
    }

    @Test
    void goesByTheClockWhereNothingElseIsKnown() throws IOException {
        Path file = folder.resolve("part.properties");
        Files.writeString(file, "pid=" + process.pid());
        assertThat(ledger.find("part")).isPresent();

        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(ledger.find("part")).isEmpty();
    }

    @Test
    void doesNotFindWhatHasEnded() {
        process.kill();

        assertThat(ledger.find("part")).isEmpty();
        assertThat(ledger.running()).isEmpty();
        assertThat(ledger.hasDied("part")).isTrue();
    }

    @Test
    void ignoresAFileCutShort() throws IOException {
        Files.writeString(folder.resolve("part.properties"), "pid=12");

        assertThat(ledger.find("part")).isEmpty();
    }
}
