package io.microblog.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.microblog.local.engine.Launch;

/**
 * One process of the platform.
 *
 * @param name what it is called at the command line and in the names of its files
 * @param ports on which it listens, the one it is known by first
 * @param needs the names of the parts that must be ready before it starts
 * @param uses the names of the parts that stop after it; all that it needs are among them
 * @param launch makes what is to be made before a start, and says how to start it
 * @param ready whether it answers as it should
 * @param onceReady what follows each start
 * @param stopSignal the signal by which it stops in good order
 */
record Part(
        String name,
        List<Integer> ports,
        Set<String> needs,
        Set<String> uses,
        Supplier<Launch> launch,
        BooleanSupplier ready,
        Runnable onceReady,
        String stopSignal) {

    /** How long a part may take to be ready on a slow machine, and to stop before it is killed. */
    static final Duration START_PATIENCE = Duration.ofMinutes(5);

    static final Duration STOP_PATIENCE = Duration.ofMinutes(1);

    int port() {
        return ports.getFirst();
    }

    /** The same part, with something more that follows each start. */
    Part then(Runnable further) {
        return new Part(
                name,
                ports,
                needs,
                uses,
                launch,
                ready,
                () -> {
                    onceReady.run();
                    further.run();
                },
                stopSignal);
    }
}
