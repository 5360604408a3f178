package io.microblog.bench.benchmark;

import java.time.Duration;
import java.util.function.Consumer;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Generator;
import io.microblog.bench.data.People;
import io.microblog.bench.data.Scale;

/**
 * What benchmarks work on.
 *
 * @param rounds each side is measured so often, in turns; medians are reported
 * @param length of one measurement
 * @param warmUp of each side before the first, unmeasured, and again until that makes it no faster
 * @param connections at once, where throughput is measured
 * @param sockets open at once, where streams are measured
 * @param recipients of an announcement, where mailings are measured
 */
public record Bed(
        Platform platform,
        long seed,
        Scale scale,
        int rounds,
        Duration length,
        Duration warmUp,
        int connections,
        int sockets,
        int recipients,
        Consumer<String> progress) {

    /** Makes the data unless they are there, and says who is in them. */
    public People people() throws Exception {
        new Generator(platform, progress).provide(seed, scale);
        return People.of(seed, scale.people());
    }

    /** As {@link #people()}, and search-service has indexed them and their posts. */
    public People searched() throws Exception {
        People people = people();
        try (Backlog backlog = new Backlog(platform)) {
            backlog.awaitSearch();
        }
        new Generator(platform, progress).provideSearch(seed, scale);
        new Indices(platform).fill(progress);
        return people;
    }

    Bed at(Scale other) {
        return new Bed(platform, seed, other, rounds, length, warmUp, connections, sockets, recipients, progress);
    }
}
