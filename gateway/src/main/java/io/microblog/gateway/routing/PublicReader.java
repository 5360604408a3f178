package io.microblog.gateway.routing;

import java.time.Duration;

import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.microblog.kit.problem.NotFound;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service what everybody may see, for the answers that the gateway gives itself. */
@Component
public class PublicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Upstreams upstreams;
    private final HttpClient http;

    PublicReader(Upstreams upstreams, UpstreamConnections connections) {
        this.upstreams = upstreams;
        this.http = connections.of(TrafficClass.PICTURES);
    }

    /**
     * What the service tells a stranger; empty when it cannot tell now.
     *
     * @param path with its query, encoded
     * @throws NotFound in the result, when there is nothing that a stranger may see
     */
    public Mono<JsonNode> read(Backend backend, String path) {
        Upstream upstream = upstreams.of(backend);
        return Mono.defer(() -> http.get()
                        .uri(upstream.next().base() + path)
                        .responseSingle(PublicReader::answer)
                        .map(JSON::readTree))
                .transformDeferred(CircuitBreakerOperator.of(upstream.breaker()))
                // Outside of the circuit breaker: that a preview is not worth a longer wait is no failure of the
                // service.
                .timeout(PATIENCE)
                .onErrorResume(failure -> !(failure instanceof NotFound), failure -> Mono.empty());
    }

    private static Mono<String> answer(HttpClientResponse response, ByteBufMono body) {
        return switch (response.status().code()) {
            case 200 -> body.asString();
            case 404, 410 -> Mono.error(new NotFound());
            default -> Mono.empty();
        };
    }
}
