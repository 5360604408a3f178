package io.microblog.search.index;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that is done over and over in a thread of its own, more slowly while it fails. */
abstract class Loop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final String name;
    private final Duration longestPause;
    private final Semaphore signal = new Semaphore(0);
    private CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /**
     * @param longestPause the longest rest after failures, which begin with a short one that doubles
     */
    Loop(String name, Duration longestPause) {
        this.name = name;
        this.longestPause = longestPause;
    }

    /**
     * One round.
     *
     * @return how long to rest until the next one; {@link #wake()} cuts it short
     */
    abstract Duration step() throws Exception;

    /** Ends the rest between two rounds, but not the one after a failure. */
    final void wake() {
        signal.release();
    }

    @Override
    public final void start() {
        stopped = new CountDownLatch(1);
        Thread started = Thread.ofVirtual().name(name).unstarted(this::run);
        // Before it starts: a thread that does not yet see itself as running would end at once.
        thread = started;
        started.start();
    }

    /** Lets the running round come to its end: an interrupt would break the database connection. */
    @Override
    public final void stop() {
        Thread running = thread;
        thread = null;
        stopped.countDown();
        wake();
        try {
            if (running != null && !running.join(PATIENCE)) {
                LOG.warn("{} is still busy", name);
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
                pause = round(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration round(Duration pause) throws InterruptedException {
        boolean failing = pause.compareTo(FIRST_PAUSE) > 0;
        Duration rest;
        try {
            rest = step();
        } catch (Exception e) {
            report(failing, e);
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            return longer(pause);
        }
        if (failing) {
            LOG.info("{} goes on", name);
        }
        if (signal.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
        return FIRST_PAUSE;
    }

    private void report(boolean again, Exception failure) {
        if (again) {
            LOG.debug("{} failed again", name, failure);
        } else {
            LOG.warn("{} failed and will try again: {}", name, failure.toString());
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }
}
