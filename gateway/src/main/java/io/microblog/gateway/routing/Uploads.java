package io.microblog.gateway.routing;

import java.time.Duration;
import java.util.function.Function;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Passes on bodies that are too large to keep, while they come. How that goes is up to the client, so the circuit breaker
 * does not count it, and the time for the answer begins with the end of the body.
 */
@Component
class Uploads {

    private final Duration answerWithin;

    Uploads(UpstreamProperties properties) {
        this.answerWithin = properties.longAnswerWithin();
    }

    Mono<Void> pass(ServerWebExchange exchange, Upstream upstream, Function<ServerWebExchange, Mono<Void>> call) {
        if (upstream.breaker().getState() == CircuitBreaker.State.OPEN) {
            return Mono.error(CallNotPermittedException.createCallNotPermittedException(upstream.breaker()));
        }
        Sinks.Empty<Void> sent = Sinks.empty();
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().doOnComplete(sent::tryEmitEmpty);
            }
        };
        return call.apply(exchange.mutate().request(request).build())
                .timeout(sent.asMono().then(Mono.delay(answerWithin)));
    }
}
