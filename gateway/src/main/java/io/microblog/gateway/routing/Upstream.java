package io.microblog.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.microblog.kit.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service as the gateway sees it: its copies, asked in turn, and the circuit breaker in front of them. */
public final class Upstream {

    private static final Logger log = LoggerFactory.getLogger(Upstream.class);

    private final Backend backend;
    private final List<Instance> instances;
    private final CircuitBreaker breaker;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(Backend backend, List<URI> addresses, CircuitBreaker breaker) {
        this.backend = backend;
        this.instances = addresses.stream().map(Instance::new).toList();
        this.breaker = breaker;
    }

    /** The next copy in turn that is reachable as far as we know; any one when none is. */
    public Instance next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < instances.size(); i++) {
            Instance instance = instances.get(Math.floorMod(first + i, instances.size()));
            if (instance.offers()) {
                return instance;
            }
        }
        return instances.get(Math.floorMod(first, instances.size()));
    }

    /** How often a request may be tried: every copy once, and a single one twice. */
    public int tries() {
        return Math.max(2, instances.size());
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** What the client is told. An open circuit breaker has been logged by what opened it. */
    Unavailable outage(Throwable cause) {
        if (!(cause instanceof CallNotPermittedException)) {
            log.warn("{} does not answer: {}", backend.service(), cause.toString());
        }
        return new Unavailable(backend.outage(), cause);
    }

    boolean isUp() {
        return breaker.getState() != CircuitBreaker.State.OPEN
                && instances.stream().anyMatch(Instance::isReachable);
    }
}
