package io.microblog.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a process holds, with the processes that it has started. */
final class ProcessMemory {

    private ProcessMemory() {}

    /** Resident memory in MiB; what the children share with the first process counts once. 0 when it cannot be found. */
    static long mebibytes(ProcessHandle process) {
        long own = fromProc(process.pid(), "VmRSS:");
        if (own == 0) {
            return fromPs(process.pid()) >> 10;
        }
        long children = process.descendants()
                .mapToLong(child -> fromProc(child.pid(), "RssAnon:"))
                .sum();
        return (own + children) >> 10;
    }

    private static long fromProc(long pid, String key) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            String output = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            return output.isEmpty() ? 0 : Long.parseLong(output);
        } catch (IOException e) {
            return 0;
        }
    }
}
