package io.microblog.local.sandbox.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The switch that makes a sandbox fail; in force for every call until healed. */
public final class Faults implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final Reply GARBAGE = Reply.of(200, "application/json; charset=utf-8", "{\"ok\": tru<html>");

    private final Reply serverError;
    private final Reply tooManyRequests;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Fault current = Fault.none();

    /** Takes the bodies that the service at hand sends with these two statuses. */
    public Faults(Reply serverError, Reply tooManyRequests) {
        this.serverError = serverError;
        this.tooManyRequests = tooManyRequests;
    }

    public synchronized Fault current() {
        return current;
    }

    public synchronized void set(Fault fault) {
        current = fault;
    }

    /**
     * Does a call's work, unless the fault in force prevents it.
     *
     * @param subjects the recipients or texts of the call
     * @param work is told the fault, because a partial one is its own business
     */
    public Optional<Reply> work(Collection<String> subjects, Function<Fault, Reply> work) {
        return apply(take(subjects, false), work);
    }

    /** The same for a call that only reads. */
    public Optional<Reply> read(Function<Fault, Reply> work) {
        return apply(take(List.of(), true), work);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private Optional<Reply> apply(Fault fault, Function<Fault, Reply> work) {
        return switch (fault.kind()) {
            case NONE, PARTIAL -> Optional.of(work.apply(fault));
            case STATUS_404 -> Optional.of(refusal(404));
            case STATUS_410 -> Optional.of(refusal(410));
            case STATUS_413 -> Optional.of(refusal(413));
            case STATUS_500 -> Optional.of(serverError);
            case STATUS_429 -> Optional.of(tooManyRequests.retryAfter(fault.retryAfter()));
            case GARBAGE -> Optional.of(GARBAGE);
            case TIMEOUT -> silence();
            case LOST_REPLY -> {
                var _ = work.apply(fault);
                yield Optional.empty();
            }
        };
    }

    private static Reply refusal(int status) {
        return Reply.json(status, Map.of("error", "Failing on demand"));
    }

    private synchronized Fault take(Collection<String> subjects, boolean reading) {
        var fault = current;
        if ((reading && !fault.readsToo()) || !fault.concerns(subjects)) {
            return Fault.none();
        }
        if (fault.times() > 0) {
            current = fault.times() == 1 ? Fault.none() : fault.times(fault.times() - 1);
        }
        return fault;
    }

    private Optional<Reply> silence() {
        try {
            var _ = closed.await(LONGEST_SILENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
