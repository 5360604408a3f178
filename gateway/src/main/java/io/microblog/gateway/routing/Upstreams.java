package io.microblog.gateway.routing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.stereotype.Component;

/** All services behind the gateway. */
@Component
public class Upstreams {

    private final Map<Backend, Upstream> byBackend = new EnumMap<>(Backend.class);

    Upstreams(UpstreamProperties properties, CircuitBreakerRegistry breakers) {
        for (Backend backend : Backend.values()) {
            var addresses = Objects.requireNonNull(properties.services().get(backend.service()));
            byBackend.put(backend, new Upstream(backend, addresses, breakers.circuitBreaker(backend.service())));
        }
    }

    /** The service. */
    public Upstream of(Backend backend) {
        return Objects.requireNonNull(byBackend.get(backend));
    }

    /** Which services answer, as far as the requests of late tell. */
    public Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        Arrays.stream(Backend.values())
                .forEach(backend -> states.put(backend.service(), of(backend).isUp() ? "up" : "down"));
        return states;
    }
}
