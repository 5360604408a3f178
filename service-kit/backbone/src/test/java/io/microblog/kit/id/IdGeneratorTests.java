package io.microblog.kit.id;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdGeneratorTests {

    private static final Instant NOW = Instant.parse("2026-11-22T11:14:00.123Z");

    private final FakeClock clock = new FakeClock(NOW.toEpochMilli());

    @Test
    void putsTimeNodeAndSequenceInTheirPlaces() {
        IdGenerator ids = new IdGenerator(5, clock);

        assertThat(ids.next()).isEqualTo(NOW.toEpochMilli() << 16 | 5 << 10);
        assertThat(ids.next()).isEqualTo(NOW.toEpochMilli() << 16 | 5 << 10 | 1);
    }

    @Test
    void growsWhateverTheClockDoes() {
        IdGenerator ids = new IdGenerator(63, clock);
        Random random = new Random(7);
        long previous = 0;
        for (int i = 0; i < 20_000; i++) {
            clock.millis += random.nextLong(-86_400_000, 86_400_000) / (random.nextBoolean() ? 1 : 86_400_000);
            long id = ids.next();
            assertThat(id).isGreaterThan(previous);
            assertThat(id >>> 10 & 63).isEqualTo(63);
            previous = id;
        }
    }

    @Test
    void borrowsTheNextMillisecondWhenOneIsUsedUp() {
        IdGenerator ids = new IdGenerator(0, clock);
        long[] taken = LongStream.generate(ids::next).limit(1025).toArray();

        assertThat(IdGenerator.timeOf(taken[1023])).isEqualTo(NOW);
        assertThat(IdGenerator.timeOf(taken[1024])).isEqualTo(NOW.plusMillis(1));
        assertThat(taken[1024] & 1023).isZero();
    }

    @Test
    void returnsToTheClockOnceItHasCaughtUp() {
        IdGenerator ids = new IdGenerator(0, clock);
        for (int i = 0; i < 5000; i++) {
            ids.next();
        }
        clock.millis += 60_000;

        assertThat(IdGenerator.timeOf(ids.next())).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void givesNoIdTwiceToThreads() throws InterruptedException, ExecutionException {
        IdGenerator ids = new IdGenerator(1);
        Callable<long[]> taking =
                () -> LongStream.generate(ids::next).limit(50_000).toArray();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            long distinct = threads
                    .invokeAll(IntStream.range(0, 4).mapToObj(i -> taking).toList())
                    .stream()
                    .map(Future::resultNow)
                    .flatMapToLong(Arrays::stream)
                    .distinct()
                    .count();
            assertThat(distinct).isEqualTo(200_000);
        }
    }

    @Test
    void firstIdOfATimeSeparatesBeforeFromAfter() {
        long before = new IdGenerator(63, new FakeClock(NOW.toEpochMilli() - 1)).next();
        long after = new IdGenerator(0, clock).next();

        assertThat(IdGenerator.firstOf(NOW)).isGreaterThan(before).isLessThanOrEqualTo(after);
        assertThat(IdGenerator.firstOf(Instant.MIN)).isZero();
        assertThat(IdGenerator.firstOf(Instant.MAX)).isPositive();
    }

    @Test
    void refusesANodeOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IdGenerator(64))
                .withMessageContaining("microblog.node");
        assertThatIllegalArgumentException().isThrownBy(() -> new IdGenerator(-1));
    }

    private static final class FakeClock implements InstantSource {

        private long millis;

        FakeClock(long millis) {
            this.millis = millis;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }
}
