package io.microblog.bench.load;

import java.util.concurrent.Callable;

/** Doing something until doing it again makes it no faster: until code is compiled and caches are full. */
public final class WarmUp {

    /** What is faster by less is hardly faster. */
    private static final double FLAT = 1.05;

    private static final int MOST = 20;

    private WarmUp() {}

    /**
     * Runs rounds until two in a row were hardly faster than the fastest before; any single one may be slow.
     *
     * @param round does it once, and tells how much gets done in a second
     */
    public static void run(Callable<Double> round) throws Exception {
        double fastest = 0;
        int flat = 0;
        for (int i = 0; i < MOST && flat < 2; i++) {
            double now = round.call();
            flat = now < fastest * FLAT ? flat + 1 : 0;
            fastest = Math.max(fastest, now);
        }
    }
}
