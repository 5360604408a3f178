package io.microblog.translation.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unavailable;

/** Lets one thread do what many want, and gives the others its result. */
final class SingleFlight<K, V> {

    private final ConcurrentHashMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
    private final Duration longestWait;

    SingleFlight(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /**
     * The result of {@code work}, of this call or of one under way. Whoever waited for somebody that had used up a limit
     * of his own does the work instead.
     */
    V run(K key, Supplier<V> work) {
        while (true) {
            var mine = new CompletableFuture<V>();
            CompletableFuture<V> underWay = flights.putIfAbsent(key, mine);
            if (underWay == null) {
                return lead(key, mine, work);
            }
            Optional<V> result = follow(underWay);
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    private V lead(K key, CompletableFuture<V> flight, Supplier<V> work) {
        try {
            V result = work.get();
            flights.remove(key);
            flight.complete(result);
            return result;
        } catch (Throwable e) {
            flights.remove(key);
            flight.completeExceptionally(e);
            throw e;
        }
    }

    /** Empty when the one who did the work had used up a limit. */
    private Optional<V> follow(CompletableFuture<V> flight) {
        try {
            return Optional.of(flight.get(longestWait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TooManyRequests) {
                return Optional.empty();
            }
            throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (TimeoutException e) {
            // Without the cause: a thousand may be waiting, and each would log it.
            throw new Unavailable("The translation takes too long, please try again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The service is stopping", e);
        }
    }
}
