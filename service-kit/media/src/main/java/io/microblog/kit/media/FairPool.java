package io.microblog.kit.media;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * A few threads of their own for slow work, which people share by turns: a person has one of them at a time, and after that
 * whoever has waited longest for a turn. Somebody who asks for much waits for it alone, and is refused first.
 */
final class FairPool implements AutoCloseable {

    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final String FULL = "Too many images are being processed, please try again";
    private static final String STOPPING = "The server is stopping";

    private final ExecutorService threads;
    private final int maxOfOne;
    private final int maxOfAll;
    private final Duration patience;

    /** Who waits; whose turn is next stands first. */
    private final Map<Long, Deque<Job<?>>> lines = new LinkedHashMap<>();

    private final Set<Long> served = new HashSet<>();

    /**
     * @param maxOfOne how many pieces of work may wait for one person
     * @param maxOfAll and for everybody together
     * @param patience how long they wait
     */
    FairPool(int threads, int maxOfOne, int maxOfAll, Duration patience) {
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("images-", 0).factory());
        this.maxOfOne = maxOfOne;
        this.maxOfAll = maxOfAll;
        this.patience = patience;
    }

    /** Slow work. */
    interface Work<T> {
        T run() throws IOException;
    }

    private record Job<T>(long person, Work<T> work, CompletableFuture<T> result) {

        void run() {
            try {
                result.complete(work.run());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        }
    }

    /**
     * Does a person's work when it is their turn, and waits for it.
     *
     * @throws TooManyRequests when too much of theirs waits already
     * @throws Unavailable when too much of everybody's does, or for too long
     */
    <T> T run(long person, Work<T> work) throws IOException {
        Job<T> job = new Job<>(person, work, new CompletableFuture<>());
        enqueue(job);
        threads.execute(this::serve);
        try {
            return await(job);
        } catch (InterruptedException interrupted) {
            withdraw(job);
            Thread.currentThread().interrupt();
            throw new Unavailable(STOPPING, interrupted);
        } catch (ExecutionException failure) {
            throw cause(failure);
        }
    }

    /** How much of a person's work has not begun yet. */
    synchronized int waiting(long person) {
        Deque<Job<?>> line = lines.get(person);
        return line == null ? 0 : line.size();
    }

    /** Whoever still waits is told at once. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
        lines.values().stream()
                .flatMap(Deque::stream)
                .forEach(job -> job.result().completeExceptionally(new Unavailable(STOPPING)));
        lines.clear();
    }

    /** What has begun is waited for: it ends soon. */
    private <T> T await(Job<T> job) throws InterruptedException, ExecutionException {
        try {
            return job.result().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (withdraw(job)) {
                throw new Unavailable(FULL, late);
            }
            return job.result().get();
        }
    }

    private static IOException cause(ExecutionException failure) {
        return switch (failure.getCause()) {
            case IOException expected -> expected;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private synchronized void enqueue(Job<?> job) {
        if (threads.isShutdown()) {
            throw new Unavailable(STOPPING);
        }
        int own = waiting(job.person());
        if (own >= maxOfOne) {
            throw new TooManyRequests(SHORTLY);
        }
        if (lines.values().stream().mapToInt(Deque::size).sum() >= maxOfAll) {
            makeRoom(own);
        }
        lines.computeIfAbsent(job.person(), _ -> new ArrayDeque<>()).add(job);
    }

    /** Whoever waits for most gives way. */
    private void makeRoom(int own) {
        Deque<Job<?>> longest = lines.values().stream()
                .max(Comparator.comparingInt(Deque::size))
                .orElseThrow();
        if (longest.size() <= own + 1) {
            throw new Unavailable(FULL);
        }
        longest.removeLast().result().completeExceptionally(new TooManyRequests(SHORTLY));
    }

    private synchronized boolean withdraw(Job<?> job) {
        Deque<Job<?>> line = lines.get(job.person());
        if (line == null || !line.remove(job)) {
            return false;
        }
        if (line.isEmpty()) {
            lines.remove(job.person());
        }
        return true;
    }

    private void serve() {
        Job<?> job = next();
        if (job != null) {
            job.run();
            done(job.person());
        }
    }

    private synchronized @Nullable Job<?> next() {
        Long person = lines.keySet().stream()
                .filter(waits -> !served.contains(waits))
                .findFirst()
                .orElse(null);
        if (person == null) {
            return null;
        }
        Deque<Job<?>> line = Objects.requireNonNull(lines.remove(person));
        if (line.size() > 1) {
            lines.put(person, line);
        }
        served.add(person);
        return line.remove();
    }

    /** Of a person whose work could not begin in the meantime. */
    private synchronized void done(long person) {
        served.remove(person);
        if (lines.containsKey(person)) {
            threads.execute(this::serve);
        }
    }
}
