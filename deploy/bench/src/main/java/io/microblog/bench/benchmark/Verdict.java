package io.microblog.bench.benchmark;

import java.util.Locale;

/** How figures and verdicts are written. */
final class Verdict {

    private Verdict() {}

    static String atLeast(double value, double target) {
        return value >= target ? "met" : "missed";
    }

    static String atMost(double value, double target) {
        return value <= target ? "met" : "missed";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    static String millis(double value) {
        return String.format(Locale.ROOT, "%.2f ms", value);
    }
}
