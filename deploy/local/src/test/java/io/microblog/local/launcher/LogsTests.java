package io.microblog.local.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogsTests {

    @TempDir
    private Path folder;

    private Logs logs;

    @BeforeEach
    void makeLogs() {
        logs = new Logs(folder);
    }

    @Test
    void keepsTheLastFewLogs() throws IOException {
        for (int start = 1; start <= 6; start++) {
            logs.rotate("part");
            Files.writeString(logs.of("part"), "start " + start);
        }

        assertThat(folder)
                .isDirectoryContaining(file -> file.getFileName().toString().equals("part.log.3"));
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("part.log", "part.log.1", "part.log.2", "part.log.3");
        assertThat(folder.resolve("part.log.3")).hasContent("start 3");
    }

    @Test
    void showsTheLastLines() throws IOException {
        Files.writeString(logs.of("part"), "one\ntwo\nthree\n");

        assertThat(logs.tail("part", 2)).containsExactly("two", "three");
        assertThat(logs.tail("unknown", 2)).isEmpty();
    }

    @Test
    void movesALongLogAsideWhileItIsWritten() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(logs.of("part").toFile(), "rw")) {
            file.setLength((64 << 20) + 1);
        }

        logs.bound("part");

        assertThat(logs.of("part")).isEmptyFile();
        assertThat(folder.resolve("part.log.1")).hasSize((64 << 20) + 1);
    }
}
