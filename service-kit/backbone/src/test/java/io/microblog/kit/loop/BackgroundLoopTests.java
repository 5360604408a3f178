package io.microblog.kit.loop;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BackgroundLoopTests {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicInteger rounds = new AtomicInteger();
    private BackgroundLoop loop = loop(() -> LONG);

    private interface Round {
        Duration run() throws Exception;
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void worksAfterEveryStart() {
        for (int start = 1; start <= 300; start++) {
            loop.start();
            int expected = start;
            await().pollInterval(Duration.ofMillis(1)).until(() -> rounds.get() >= expected);
            loop.stop();
        }

        assertThat(rounds).hasValue(300);
    }

    @Test
    void aWakeCutsTheRestShort() {
        loop.start();
        await().until(() -> rounds.get() == 1);

        loop.wake();

        await().until(() -> rounds.get() == 2);
    }

    @Test
    void goesOnAfterFailures() {
        loop = loop(() -> {
            if (rounds.get() < 4) {
                throw new IOException("away");
            }
            return LONG;
        });

        loop.start();

        await().until(() -> rounds.get() == 4);
    }

    @Test
    void aWakeDoesNotHastenWhatFails() {
        loop = loop(() -> {
            loop.wake();
            throw new IOException("away");
        });

        loop.start();

        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        // After 100, 200, 400 ms.
        assertThat(rounds.get()).isBetween(1, 4);
    }

    @Test
    void letsTheRoundUnderWayEnd() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        loop = loop(() -> {
            begun.countDown();
            TimeUnit.MILLISECONDS.sleep(200);
            ended.countDown();
            return LONG;
        });
        loop.start();
        begun.await();

        loop.stop();

        assertThat(ended.getCount()).isZero();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void aLongRoundRestsUntilItIsStopped() {
        loop = new BackgroundLoop("resting", LONG) {
            @Override
            protected Duration round() throws InterruptedException {
                while (isRunning()) {
                    rounds.incrementAndGet();
                    rest(LONG);
                }
                return LONG;
            }
        };
        loop.start();
        await().until(() -> rounds.get() == 1);

        loop.stop();

        assertThat(rounds).hasValue(1);
    }

    private BackgroundLoop loop(Round round) {
        return new BackgroundLoop("test", Duration.ofSeconds(5)) {
            @Override
            protected Duration round() throws Exception {
                rounds.incrementAndGet();
                return round.run();
            }
        };
    }
}
