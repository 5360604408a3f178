package io.microblog.notification.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.web.PeerNetwork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everybody who listens at this instance. */
@Component
class Listeners implements SmartLifecycle {

    private static final Duration LATER = Duration.ofSeconds(30);

    private final Map<Long, Set<Listener>> byPerson = new ConcurrentHashMap<>();
    private final Map<String, Integer> byNetwork = new ConcurrentHashMap<>();
    private final StreamProperties properties;
    private final Ends ends;
    private final MeterRegistry meters;
    private final Counter delivered;
    private volatile boolean open;

    Listeners(StreamProperties properties, Ends ends, MeterRegistry meters) {
        this.properties = properties;
        this.ends = ends;
        this.meters = meters;
        Gauge.builder("microblog.streams.open", this, it -> it.all().count())
                .description("Connections of those who listen")
                .register(meters);
        this.delivered = Counter.builder("microblog.streams.deliveries")
                .description("Messages put into the queues of connections")
                .register(meters);
    }

    /**
     * Whether somebody may listen at this moment.
     *
     * @throws TooManyRequests when the person or their network has as many connections as are allowed
     * @throws Unauthorized when the credential has just ended
     */
    void check(Listener listener) {
        boolean crowded = PeerNetwork.of(listener.peer()).stream()
                .anyMatch(
                        network -> byNetwork.getOrDefault(network.name(), 0) >= properties.perPeer() * network.share());
        if (crowded || of(listener.accountId()).size() >= properties.perPerson()) {
            throw new TooManyRequests(LATER);
        }
        if (ends.cover(listener.credential())) {
            throw new Unauthorized("The access token is invalid");
        }
    }

    /**
     * Lets somebody listen; {@link #leave} must follow.
     *
     * @throws TooManyRequests as {@link #check}
     * @throws Unauthorized as {@link #check}
     */
    void join(Listener listener) {
        enter(listener);
        // Whoever ends credentials has seen this listener, or is seen here.
        if (ends.cover(listener.credential())) {
            listener.end(Ending.REVOKED);
        }
        if (!open) {
            listener.end(Ending.GOING_AWAY);
        }
    }

    void leave(Listener listener) {
        if (remove(listener)) {
            Ending why = listener.ending();
            String reason = why == null ? "client" : why.name().toLowerCase(Locale.ROOT);
            meters.counter("microblog.streams.ended", "reason", reason).increment();
        }
        // Whatever still waits for it is of no use to anybody.
        listener.end(Ending.GOING_AWAY);
    }

    Stream<Listener> all() {
        return byPerson.values().stream().flatMap(Set::stream);
    }

    /** The connections of each person. */
    Collection<Set<Listener>> people() {
        return byPerson.values();
    }

    Collection<Listener> of(long person) {
        return byPerson.getOrDefault(person, Set.of());
    }

    /** Tells a person by those of their channels that are meant. */
    void tell(long person, Message message, Predicate<Channel> meant) {
        for (Listener listener : of(person)) {
            tell(listener, message, meant);
        }
    }

    void tell(Listener listener, Message message, Predicate<Channel> meant) {
        for (Channel channel : listener.channels()) {
            if (meant.test(channel)) {
                listener.tell(message, channel);
                delivered.increment();
            }
        }
    }

    /** Ends the connections of those who are meant. */
    void end(Ending why, Predicate<Listener> meant) {
        all().filter(meant).forEach(listener -> listener.end(why));
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        end(Ending.GOING_AWAY, listener -> true);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private synchronized void enter(Listener listener) {
        check(listener);
        PeerNetwork.of(listener.peer()).forEach(network -> byNetwork.merge(network.name(), 1, Integer::sum));
        byPerson.computeIfAbsent(listener.accountId(), _ -> ConcurrentHashMap.newKeySet())
                .add(listener);
    }

    private synchronized boolean remove(Listener listener) {
        Set<Listener> theirs = byPerson.get(listener.accountId());
        if (theirs == null || !theirs.remove(listener)) {
            return false;
        }
        if (theirs.isEmpty()) {
            byPerson.remove(listener.accountId());
        }
        PeerNetwork.of(listener.peer())
                .forEach(network ->
                        byNetwork.computeIfPresent(network.name(), (_, count) -> count > 1 ? count - 1 : null));
        return true;
    }
}
