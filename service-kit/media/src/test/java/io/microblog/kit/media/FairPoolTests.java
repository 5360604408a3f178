package io.microblog.kit.media;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(20)
class FairPoolTests {

    private static final long GREEDY = 1;
    private static final long OTHER = 2;

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void open() {
        gate.countDown();
    }

    @Test
    void theNextThreadGoesToSomebodyElse() {
        try (FairPool pool = new FairPool(1, 4, 64, Duration.ofSeconds(10))) {
            List<CompletableFuture<String>> all = List.of(
                    start(pool, GREEDY, "first"),
                    queue(pool, GREEDY, "second"),
                    queue(pool, GREEDY, "third"),
                    queue(pool, OTHER, "other"));

            gate.countDown();

            all.forEach(CompletableFuture::join);
            assertThat(begun).containsExactly("first", "second", "other", "third");
        }
    }

    @Test
    void onePersonHasOneThreadAtATime() {
        try (FairPool pool = new FairPool(2, 4, 64, Duration.ofSeconds(10))) {
            var first = start(pool, GREEDY, "first");
            var second = queue(pool, GREEDY, "second");

            var _ = start(pool, OTHER, "other");

            assertThat(begun).containsExactly("first", "other");
            gate.countDown();
            assertThat(first.join()).isEqualTo("first");
            assertThat(second.join()).isEqualTo("second");
        }
    }

    @Test
    void nobodyWaitsForMoreThanTheirShare() {
        try (FairPool pool = new FairPool(1, 2, 64, Duration.ofSeconds(10))) {
            var _ = start(pool, GREEDY, "first");
            var _ = queue(pool, GREEDY, "second");
            var _ = queue(pool, GREEDY, "third");

            assertThatThrownBy(() -> pool.run(GREEDY, () -> "fourth"))
                    .isInstanceOfSatisfying(
                            TooManyRequests.class,
                            refused -> assertThat(refused.retryAfter()).isPositive());
        }
    }

    @Test
    void whoWaitsForMostGivesWayWhenAllPlacesAreTaken() {
        try (FairPool pool = new FairPool(1, 4, 3, Duration.ofSeconds(10))) {
            var _ = start(pool, 9, "first");
            var _ = queue(pool, GREEDY, "second");
            var _ = queue(pool, GREEDY, "third");
            var last = queue(pool, GREEDY, "fourth");

            var other = queue(pool, OTHER, "other");

            assertThatThrownBy(last::join).hasCauseInstanceOf(TooManyRequests.class);
            assertThatThrownBy(() -> pool.run(GREEDY, () -> "fifth")).isInstanceOf(Unavailable.class);
            gate.countDown();
            assertThat(other.join()).isEqualTo("other");
        }
    }

    @Test
    void whatWaitsForTooLongIsNotDoneAnyMore() {
        try (FairPool pool = new FairPool(1, 4, 64, Duration.ofMillis(50))) {
            var first = start(pool, GREEDY, "first");

            assertThatThrownBy(() -> pool.run(OTHER, () -> note("late"))).isInstanceOf(Unavailable.class);

            gate.countDown();
            assertThat(first.join()).isEqualTo("first");
            assertThat(begun).containsExactly("first");
        }
    }

    @Test
    void whoWaitsIsToldWhenTheServerStops() {
        FairPool pool = new FairPool(1, 4, 64, Duration.ofSeconds(10));
        var _ = start(pool, OTHER, "first");
        var waiting = queue(pool, GREEDY, "second");

        pool.close();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> pool.run(GREEDY, () -> "late")).isInstanceOf(Unavailable.class);
        gate.countDown();
        assertThat(begun).containsExactly("first");
    }

    @Test
    void aFailureIsThatOfTheWork() {
        try (FairPool pool = new FairPool(1, 4, 64, Duration.ofSeconds(10))) {
            assertThatThrownBy(() -> pool.run(OTHER, () -> {
                        throw new IOException("damaged");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("damaged");
            assertThatThrownBy(() -> pool.run(OTHER, () -> {
                        throw new Invalid("no");
                    }))
                    .isInstanceOf(Invalid.class);
        }
    }

    /** Begins at once and ends when the gate opens. */
    private CompletableFuture<String> start(FairPool pool, long person, String name) {
        var work = submit(pool, person, name);
        await().until(() -> begun.contains(name));
        return work;
    }

    /** Waits in line. */
    private CompletableFuture<String> queue(FairPool pool, long person, String name) {
        int before = pool.waiting(person);
        var work = submit(pool, person, name);
        await().until(() -> pool.waiting(person) > before);
        return work;
    }

    private CompletableFuture<String> submit(FairPool pool, long person, String name) {
        CompletableFuture<String> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(pool.run(person, () -> {
                    note(name);
                    hold();
                    return name;
                }));
            } catch (IOException | RuntimeException failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private String note(String name) {
        begun.add(name);
        return name;
    }

    private void hold() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
