package io.microblog.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One log file a part; a start begins a new one and keeps the last few. */
final class Logs {

    private static final int KEPT = 3;

    /** A log past this size is moved aside while its part runs. */
    private static final long LIMIT = 64L << 20;

    private final Path folder;

    Logs(Path folder) {
        this.folder = folder;
    }

    Path of(String part) {
        return folder.resolve(part + ".log");
    }

    /** Begins a new file. */
    void rotate(String part) {
        try {
            if (!Files.exists(of(part)) || Files.size(of(part)) == 0) {
                return;
            }
            shiftKept(part);
            Files.move(of(part), kept(part, 1), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the content of a log that has grown too long aside; the part goes on writing to the same file, which it has open to append. */
    void bound(String part) {
        try {
            if (!Files.exists(of(part)) || Files.size(of(part)) < LIMIT) {
                return;
            }
            shiftKept(part);
            Files.copy(of(part), kept(part, 1), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(of(part), StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shiftKept(String part) throws IOException {
        for (int i = KEPT; i > 1; i--) {
            if (Files.exists(kept(part, i - 1))) {
                Files.move(kept(part, i - 1), kept(part, i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path kept(String part, int number) {
        return folder.resolve(part + ".log." + number);
    }

    /** The last lines of a part's log, oldest first. */
    List<String> tail(String part, int lines) {
        if (!Files.exists(of(part))) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(of(part).toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(file.length(), 400L * lines)];
            file.seek(file.length() - end.length);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what is added to a part's log from now on, until the thread is interrupted; goes on when a restart begins a new file. */
    void follow(String part, PrintStream out) {
        long position = size(part);
        while (!Thread.currentThread().isInterrupted()) {
            long size = size(part);
            if (size < position) {
                position = 0;
            }
            if (size > position) {
                position += print(part, position, size, out);
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private long print(String part, long from, long to, PrintStream out) {
        try (RandomAccessFile file = new RandomAccessFile(of(part).toFile(), "r")) {
            byte[] added = new byte[(int) Math.min(to - from, 1 << 16)];
            file.seek(from);
            int read = file.read(added);
            out.write(added, 0, Math.max(0, read));
            out.flush();
            return Math.max(0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long size(String part) {
        return of(part).toFile().length();
    }
}
