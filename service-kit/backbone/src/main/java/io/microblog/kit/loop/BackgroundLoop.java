package io.microblog.kit.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done over and over in a virtual thread of its own, more slowly while it fails. It starts and stops with
 * the application.
 */
public abstract class BackgroundLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration longestPause;
    private final Semaphore signal = new Semaphore(0);
    private CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread, also used in the log
     * @param longestPause the longest pause after failures, which begin with a short one that doubles
     */
    protected BackgroundLoop(String name, Duration longestPause) {
        this.name = name;
        this.longestPause = longestPause;
    }

    /**
     * One round. A long one looks at {@link #isRunning()} and rests by {@link #rest}.
     *
     * @return how long to rest until the next one; {@link #wake()} cuts it short
     */
    protected abstract Duration round() throws Exception;

    /** Ends a rest, but not the pause after a failure. */
    public final void wake() {
        signal.release();
    }

    /** Waits for the time given, a {@link #wake()} or the end. */
    protected final void rest(Duration time) throws InterruptedException {
        if (signal.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }

    @Override
    public final void start() {
        stopped = new CountDownLatch(1);
        Thread started = Thread.ofVirtual().name(name).unstarted(this::run);
        // Before it starts: a thread that does not yet see itself as running would end at once.
        thread = started;
        started.start();
    }

    /** Lets the round under way come to its end, and interrupts it only when that takes too long. */
    @Override
    public final void stop() {
        Thread running = thread;
        thread = null;
        stopped.countDown();
        wake();
        try {
            if (running != null && !running.join(PATIENCE)) {
                LOG.warn("{} is still busy and is interrupted", name);
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (isRunning()) {
                pause = attempt(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The pause that a failure of the next round would bring. */
    private Duration attempt(Duration pause) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            Duration rest = round();
            if (isFailing(pause)) {
                LOG.info("{} goes on", name);
            }
            rest(rest);
            return FIRST_PAUSE;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // Whatever worked for long has not been failing.
            boolean worked = System.nanoTime() - begun > longestPause.toNanos();
            return failed(e, worked ? FIRST_PAUSE : pause);
        }
    }

    private Duration failed(Exception failure, Duration pause) throws InterruptedException {
        if (isFailing(pause)) {
            LOG.debug("{} failed again", name, failure);
        } else if (isRunning()) {
            LOG.warn("{} failed and tries again: {}", name, failure.toString());
        }
        stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }

    private static boolean isFailing(Duration pause) {
        return pause.compareTo(FIRST_PAUSE) > 0;
    }
}
