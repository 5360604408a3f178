package io.microblog.gateway.routing;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Why the gateway ends a stream that it has let in. */
@FunctionalInterface
public interface StreamEnd {

    /** Completes when whoever listens by this exchange may do so no longer. */
    Mono<Void> of(ServerWebExchange exchange);
}
