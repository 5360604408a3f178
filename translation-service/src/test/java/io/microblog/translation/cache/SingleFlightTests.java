package io.microblog.translation.cache;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unavailable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SingleFlightTests {

    private final SingleFlight<String, Integer> flights = new SingleFlight<>(Duration.ofSeconds(10));
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void doesTheWorkOnceForAll() throws Exception {
        var others = new CountDownLatch(99);
        List<Future<Integer>> results = race(() -> {
            others.countDown();
            return flights.run("key", () -> {
                await(others);
                return runs.incrementAndGet();
            });
        });

        for (Future<Integer> result : results) {
            assertThat(result.get()).isPositive();
        }
        assertThat(runs.get()).isLessThan(5);
    }

    @Test
    void doesItAgainLater() {
        assertThat(flights.run("key", runs::incrementAndGet)).isEqualTo(1);
        assertThat(flights.run("key", runs::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void failsForAllWhoWaited() throws Exception {
        var others = new CountDownLatch(99);
        List<Future<Integer>> results = race(() -> {
            others.countDown();
            return flights.run("key", () -> {
                await(others);
                runs.incrementAndGet();
                throw new Unavailable("no");
            });
        });

        for (Future<Integer> result : results) {
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(result::get)
                    .withCauseInstanceOf(Unavailable.class);
        }
        assertThat(runs.get()).isLessThan(5);
    }

    @Test
    void letsTheNextTryWhenSomebodyHadReachedHisLimit() throws Exception {
        var refused = new AtomicInteger();
        List<Future<Integer>> results = race(() -> flights.run("key", () -> {
            if (refused.incrementAndGet() <= 10) {
                throw new TooManyRequests(Duration.ofHours(1));
            }
            return runs.incrementAndGet();
        }));

        long limited = results.stream()
                .filter(result -> result.state() == Future.State.FAILED)
                .count();
        assertThat(limited).isEqualTo(10);
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        var impatient = new SingleFlight<String, Integer>(Duration.ofMillis(50));
        var started = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Thread leader = Thread.startVirtualThread(() -> impatient.run("key", () -> {
            started.countDown();
            await(done);
            return 1;
        }));
        await(started);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> impatient.run("key", () -> 2));

        done.countDown();
        leader.join();
    }

    private static List<Future<Integer>> race(Callable<Integer> runner) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> runner).toList());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
