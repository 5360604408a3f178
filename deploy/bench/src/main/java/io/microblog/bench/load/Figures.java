package io.microblog.bench.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.HdrHistogram.Histogram;

/**
 * What came of a measurement.
 *
 * @param perSecond finished operations
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
public record Figures(double perSecond, double p50, double p99) {

    static Figures of(Histogram micros, double seconds) {
        return new Figures(
                micros.getTotalCount() / seconds,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }

    /** The median of each figure. */
    public static Figures median(List<Figures> rounds) {
        return new Figures(
                median(rounds, Figures::perSecond), median(rounds, Figures::p50), median(rounds, Figures::p99));
    }

    private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Of an even number the lower of the two in the middle. */
    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
