package io.microblog.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** One copy of a service. A copy that could not be reached is left alone for a while, then tried by one request. */
public final class Instance {

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();
    private static final long REACHABLE = 0;

    private final String base;
    private final AtomicLong pausedUntil = new AtomicLong(REACHABLE);

    Instance(URI address) {
        this.base = address.toString().replaceFirst("/+$", "");
    }

    /** Its address without a path: {@code http://127.0.0.1:8081}. */
    public String base() {
        return base;
    }

    /** It answered. */
    public void reached() {
        if (pausedUntil.get() != REACHABLE) {
            pausedUntil.set(REACHABLE);
        }
    }

    /** It could not be connected to. */
    public void failed() {
        pausedUntil.set(now() + PAUSE);
    }

    /** Whether it may be asked; after a pause only the first who calls hears yes. */
    boolean offers() {
        long until = pausedUntil.get();
        return until == REACHABLE || (now() - until >= 0 && pausedUntil.compareAndSet(until, now() + PAUSE));
    }

    boolean isReachable() {
        return pausedUntil.get() == REACHABLE;
    }

    private static long now() {
        return System.nanoTime() | 1;
    }
}
