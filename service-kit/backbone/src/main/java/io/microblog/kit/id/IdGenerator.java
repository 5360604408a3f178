package io.microblog.kit.id;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the 64-bit ids of everything that clients see: milliseconds since 1970 in the upper 48 bits, as clients that turn
 * dates into ids expect, then 6 bits for the node and 10 for a sequence within the millisecond.
 *
 * <p>The ids of one generator only ever grow. When the clock steps back, or more than 1024 ids are taken in a millisecond,
 * it goes on from the last id and borrows from the milliseconds to come; it never waits.
 */
public final class IdGenerator {

    private static final int NODES = 64;
    private static final int SEQUENCE_BITS = 10;
    private static final int TIME_SHIFT = 16;

    private final long node;
    private final InstantSource clock;
    /** The last id taken, without its node: milliseconds and sequence as one number, so that the one carries into the other. */
    private final AtomicLong last = new AtomicLong();

    /**
     * @param node 0 to 63, different for every running instance of the same service
     * @throws IllegalArgumentException when the node is out of range
     */
    public IdGenerator(int node) {
        this(node, InstantSource.system());
    }

    IdGenerator(int node, InstantSource clock) {
        if (node < 0 || node >= NODES) {
            throw new IllegalArgumentException("microblog.node must be 0 to 63, but is " + node);
        }
        this.node = node;
        this.clock = clock;
    }

    /** An id greater than every one given before. */
    public long next() {
        long now = clock.millis() << SEQUENCE_BITS;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long sequence = tick & ((1L << SEQUENCE_BITS) - 1);
        return (tick >>> SEQUENCE_BITS) << TIME_SHIFT | node << SEQUENCE_BITS | sequence;
    }

    /** When an id was made, to the millisecond. */
    public static Instant timeOf(long id) {
        return Instant.ofEpochMilli(id >>> TIME_SHIFT);
    }

    /** The lowest id that can be made at a time: {@code id >= firstOf(t)} says "made at t or later". */
    public static long firstOf(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return 0;
        }
        Instant latest = Instant.ofEpochMilli(Long.MAX_VALUE >>> TIME_SHIFT);
        return (time.isAfter(latest) ? latest : time).toEpochMilli() << TIME_SHIFT;
    }
}
