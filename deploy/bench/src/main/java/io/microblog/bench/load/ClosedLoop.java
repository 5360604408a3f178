package io.microblog.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.HdrHistogram.Histogram;

/**
 * A closed loop: each of a fixed number of threads begins the next operation when its last one has ended. It says how much
 * gets through and how long an operation takes at that concurrency; it does not say how long somebody would wait who came
 * at a time of their own, because a slow server slows its load down.
 */
public final class ClosedLoop {

    /** Of each measurement, unrecorded: new connections have statements and caches to fill. */
    private static final Duration SETTLING = Duration.ofMillis(700);

    private ClosedLoop() {}

    /** @throws Exception of the first operation that fails, which ends the measurement */
    public static Figures run(int threads, Duration length, Operation.Factory factory) throws Exception {
        factory.prepare();
        long begin = System.nanoTime() + SETTLING.toNanos();
        long end = begin + length.toNanos();
        Histogram all = new Histogram(3);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            CompletionService<Histogram> running = new ExecutorCompletionService<>(pool);
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.submit(() -> loop(factory, number, begin, end));
            }
            for (int thread = 0; thread < threads; thread++) {
                try {
                    all.add(running.take().get());
                } catch (ExecutionException e) {
                    pool.shutdownNow();
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        }
        return Figures.of(all, length.toNanos() / 1e9);
    }

    private static Histogram loop(Operation.Factory factory, int thread, long begin, long end) throws Exception {
        Histogram micros = new Histogram(3);
        try (Operation operation = factory.open(thread)) {
            for (long start = System.nanoTime(); start < end && !Thread.interrupted(); ) {
                operation.run();
                long now = System.nanoTime();
                if (start >= begin && now <= end) {
                    micros.recordValue((now - start) / 1000);
                }
                start = now;
            }
        }
        return micros;
    }

    /**
     * Measures several sides in turns, so that what else the machine does falls on all of them alike.
     *
     * @param warmUp of each side before the first measurement, and again until that makes it no faster
     * @return the medians, in the order of the sides
     */
    public static List<Figures> compare(
            int threads, int rounds, Duration length, Duration warmUp, List<Operation.Factory> sides) throws Exception {
        List<List<Figures>> found = new ArrayList<>();
        for (Operation.Factory side : sides) {
            warmUp(threads, warmUp, side);
            found.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int side = 0; side < sides.size(); side++) {
                found.get(side).add(run(threads, length, sides.get(side)));
            }
        }
        return found.stream().map(Figures::median).toList();
    }

    /** Runs slice after slice until that makes it no faster. */
    public static void warmUp(int threads, Duration slice, Operation.Factory side) throws Exception {
        WarmUp.run(() -> run(threads, slice, side).perSecond());
    }
}
