package io.microblog.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClosedLoopTests {

    @Test
    void measuresEachSideOnConnectionsOfItsOwnThatItCloses() throws Exception {
        AtomicInteger open = new AtomicInteger();
        Operation.Factory slow = _ -> operation(open, 4);
        Operation.Factory fast = _ -> operation(open, 1);

        List<Figures> found =
                ClosedLoop.compare(2, 1, Duration.ofMillis(300), Duration.ofMillis(1), List.of(slow, fast));

        assertThat(found.get(0).p50()).isGreaterThan(3.5);
        assertThat(found.get(1).perSecond()).isGreaterThan(found.get(0).perSecond());
        assertThat(open).hasValue(0);
    }

    @Test
    void warmsUpUntilASliceIsNoFaster() throws Exception {
        var open = new AtomicInteger();
        var slices = new AtomicInteger();

        ClosedLoop.warmUp(1, Duration.ofMillis(400), _ -> operation(open, slices.incrementAndGet() == 1 ? 20 : 5));

        assertThat(slices.get()).isBetween(3, 5);
    }

    @Test
    void endsWithTheFirstFailure() {
        assertThatThrownBy(() -> ClosedLoop.run(2, Duration.ofMinutes(1), _ -> () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
    }

    @Test
    void takesTheMedianOfEachFigure() {
        assertThat(Figures.median(List.of(new Figures(1, 30, 5), new Figures(3, 10, 7), new Figures(2, 20, 6))))
                .isEqualTo(new Figures(2, 20, 6));
    }

    private static Operation operation(AtomicInteger open, int millis) {
        open.incrementAndGet();
        return new Operation() {
            @Override
            public void run() throws InterruptedException {
                Thread.sleep(millis);
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
