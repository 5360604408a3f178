package io.microblog.bench.data;

import java.time.Duration;
import java.time.Instant;

/** Ids as the services make them: milliseconds since 1970, and 16 bits that tell apart what is made in the same one. */
public final class Ids {

    /** The year that the data tell of; fixed, so that the same seed gives the same rows at any time. */
    static final Instant BEGIN = Instant.parse("2025-06-01T00:00:00Z");

    static final Duration LENGTH = Duration.ofDays(365);

    private static final int TIME_SHIFT = 16;
    /** A node that no running service has. */
    private static final long NODE = 62L << 10;

    private Ids() {}

    /** Of the number-th of so many that are spread evenly over the year. */
    static long spread(int number, int of, int node) {
        long step = LENGTH.toMillis() / of;
        return (BEGIN.toEpochMilli() + number * step) << TIME_SHIFT | (long) node << 10;
    }

    /** Of the number-th person, all of whom came in the year before. */
    public static long person(int number) {
        return (BEGIN.minus(LENGTH).toEpochMilli() + number * 1000L) << TIME_SHIFT;
    }

    /** Of something made now by the benchmarks themselves; the sequence goes from 0 to 1023. */
    public static long now(int sequence) {
        return System.currentTimeMillis() << TIME_SHIFT | NODE | (sequence & 1023);
    }

    /** The first of that millisecond. */
    static long at(Instant time) {
        return time.toEpochMilli() << TIME_SHIFT;
    }

    public static Instant timeOf(long id) {
        return Instant.ofEpochMilli(id >>> TIME_SHIFT);
    }
}
