package io.microblog.kit.media;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.microblog.kit.problem.Unavailable;
import org.springframework.util.unit.DataSize;

/**
 * Shares the memory for decoding among the uploads: many small pictures at once, or a single large one. First come, first
 * served, so that large ones are not overtaken for ever.
 */
final class MemoryBudget {

    private static final long PERMIT = 1024;

    private final Semaphore permits;
    private final long bytes;
    private final Duration patience;

    MemoryBudget(DataSize memory, Duration patience) {
        this.bytes = memory.toBytes();
        this.permits = new Semaphore(permits(bytes), true);
        this.patience = patience;
    }

    boolean covers(long needed) {
        return needed <= bytes;
    }

    /**
     * Runs when there is memory for it.
     *
     * @throws Unavailable when others keep it for too long
     */
    <T> T with(long needed, FairPool.Work<T> work) throws IOException {
        int wanted = permits(needed);
        take(wanted);
        try {
            return work.run();
        } finally {
            permits.release(wanted);
        }
    }

    private void take(int wanted) {
        try {
            if (!permits.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many images are being processed, please try again");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server is stopping", interrupted);
        }
    }

    private static int permits(long bytes) {
        return Math.toIntExact(bytes / PERMIT);
    }
}
