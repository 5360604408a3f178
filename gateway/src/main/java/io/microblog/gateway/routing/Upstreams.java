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

    private final Map<Part, Upstream> byPart = new EnumMap<>(Part.class);

    Upstreams(UpstreamProperties properties, CircuitBreakerRegistry breakers) {
        for (Part part : Part.values()) {
            var addresses = Objects.requireNonNull(properties.services().get(part.service()));
            byPart.put(part, new Upstream(part, addresses, breakers.circuitBreaker(part.service())));
        }
    }

    /** The service. */
    public Upstream of(Part part) {
        return Objects.requireNonNull(byPart.get(part));
    }

    /** Which services answer, as far as the requests of late tell. */
    public Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        Arrays.stream(Part.values()).forEach(part -> states.put(part.service(), of(part).isUp() ? "up" : "down"));
        return states;
    }
}
