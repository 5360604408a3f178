package io.microblog.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.local.engine.ChildProcess;
import io.microblog.local.engine.Launch;
import io.microblog.local.engine.MicroblogHome;
import io.microblog.local.engine.Ports;

/** The parts together: brings them up in the order in which they need each other, each as early as it can, and down in reverse. */
final class Platform {

    private static final int LINES_OF_LOG = 15;
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(2);

    private final List<Part> parts;
    private final Ledger ledger;
    private final Logs logs;
    private final Progress progress;
    private boolean stopping;

    Platform(List<Part> parts, MicroblogHome home, Progress progress) {
        this.parts = parts;
        this.ledger = new Ledger(home.run());
        this.logs = new Logs(home.logs());
        this.progress = progress;
    }

    List<Part> parts() {
        return parts;
    }

    Logs logs() {
        return logs;
    }

    Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no part " + name + ". The parts are: "
                        + parts.stream().map(Part::name).collect(Collectors.joining(", "))));
    }

    /** The part's process, if it runs. */
    Optional<ChildProcess> process(Part part) {
        return ledger.find(part.name());
    }

    List<Part> running() {
        return parts.stream().filter(part -> process(part).isPresent()).toList();
    }

    /** The parts that were started and not stopped, and yet do not run. */
    List<Part> dead() {
        return parts.stream().filter(part -> ledger.hasDied(part.name())).toList();
    }

    /**
     * Starts what does not run of these parts and waits until all are ready. What they need beyond them is not looked at: a service can be
     * started while an engine is down.
     *
     * @throws LauncherException with the reasons, when a part did not become ready; the others run
     */
    void up(List<Part> wanted) {
        throwIfAny(clashes(wanted));
        wanted.forEach(part -> progress.busy(part.name(), "waiting"));
        throwIfAny(Steps.run(wanted, Part::needs, this::start));
    }

    /** Stops these parts, each after those that use it. Nothing is started any more by this platform. */
    void down(List<Part> wanted) {
        synchronized (this) {
            stopping = true;
        }
        stop(wanted);
    }

    void restart(Part part) {
        stop(List.of(part));
        up(List.of(part));
    }

    private void stop(List<Part> wanted) {
        throwIfAny(Steps.run(wanted, part -> users(part, wanted), this::stop));
    }

    private static List<String> users(Part part, List<Part> among) {
        return among.stream()
                .filter(other -> other.uses().contains(part.name()))
                .map(Part::name)
                .toList();
    }

    /** What stands in the way; a part that was killed a moment ago may still hold its port, and is waited for. */
    private List<String> clashes(List<Part> wanted) {
        long deadline = System.nanoTime() + PORT_PATIENCE.toNanos();
        while (occupied(wanted).findAny().isPresent() && System.nanoTime() < deadline) {
            pause();
        }
        return wanted.stream().flatMap(this::clashes).toList();
    }

    private Stream<Integer> occupied(List<Part> wanted) {
        return wanted.stream()
                .filter(part -> process(part).isEmpty())
                .flatMap(part -> part.ports().stream())
                .filter(port -> !Ports.isFree(port));
    }

    private Stream<String> clashes(Part part) {
        return occupied(List.of(part))
                .map(port -> "%s cannot start: port %d is in use%s."
                        .formatted(
                                part.name(),
                                port,
                                PortOwner.of(port).map(owner -> " by " + owner).orElse("")));
    }

    private void start(Part part) {
        Optional<ChildProcess> found = process(part);
        if (found.isPresent()) {
            progress.busy(part.name(), "runs already, waiting for its answer");
        }
        awaitReady(part, found.orElseGet(() -> launch(part)));
        part.onceReady().run();
        progress.done(part.name(), "ready on port " + part.port());
    }

    private ChildProcess launch(Part part) {
        progress.busy(part.name(), "preparing");
        Launch launch = part.launch().get();
        synchronized (this) {
            failIfStopping();
            logs.rotate(part.name());
            ChildProcess process = ledger.start(part.name(), launch, logs.of(part.name()));
            progress.busy(part.name(), "starting");
            return process;
        }
    }

    private void awaitReady(Part part, ChildProcess process) {
        long deadline = System.nanoTime() + Part.START_PATIENCE.toNanos();
        while (!part.ready().getAsBoolean()) {
            failIfStopping();
            if (!process.isAlive()) {
                progress.done(part.name(), "failed");
                throw new LauncherException("ended before it was ready." + endOfLog(part));
            }
            if (System.nanoTime() > deadline) {
                progress.done(part.name(), "not ready");
                throw new LauncherException(
                        "was not ready after " + Part.START_PATIENCE.toSeconds() + " s." + endOfLog(part));
            }
            pause();
        }
    }

    private synchronized void failIfStopping() {
        if (stopping) {
            throw new LauncherException("interrupted");
        }
    }

    private void stop(Part part) {
        Optional<ChildProcess> process = process(part);
        if (process.isPresent()) {
            progress.busy(part.name(), "stopping");
            process.get().stop(part.stopSignal(), Part.STOP_PATIENCE);
            progress.done(part.name(), "stopped");
        }
        ledger.forget(part.name());
    }

    private String endOfLog(Part part) {
        return " Its log is " + logs.of(part.name()) + ", and ends:\n"
                + logs.tail(part.name(), LINES_OF_LOG).stream()
                        .map(line -> "    " + line)
                        .collect(Collectors.joining("\n"));
    }

    private static void throwIfAny(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new LauncherException(String.join("\n", reasons));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
