package io.microblog.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

import io.microblog.local.engine.MicroblogHome;

/** Lets one launcher at a time change what runs. The system gives the lock back when its holder dies. */
final class PlatformLock implements AutoCloseable {

    private final FileChannel channel;

    private PlatformLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for another launcher to finish. */
    static PlatformLock take(MicroblogHome home, Progress progress) {
        try {
            FileChannel channel =
                    FileChannel.open(home.run().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                progress.say("Waiting for another microblog command to finish.");
                lock = channel.lock();
            }
            return new PlatformLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
