package io.microblog.gateway.routing;

import java.net.URI;
import java.time.Duration;

import io.microblog.kit.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service says instead of opening a socket. A failed handshake keeps the status alone, so the words are asked for
 * by the same request without an upgrade.
 */
@Component
class SocketRefusal {

    /** What a service tells the question by; no client can send it. */
    static final String HEADER = "Microblog-Preflight";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;

    SocketRefusal(UpstreamConnections connections) {
        this.http = connections.of(TrafficClass.API);
    }

    /**
     * The answer to the client; when there are no words for it, the status says it all.
     *
     * @param code by which the handshake failed
     */
    Mono<Problem> of(int code, URI address, HttpHeaders headers) {
        HttpStatus resolved = HttpStatus.resolve(code);
        HttpStatus status = resolved == null || !resolved.isError() ? HttpStatus.BAD_GATEWAY : resolved;
        return http.headers(target -> {
                    headers.forEach((name, values) -> target.set(name, values));
                    target.set(HEADER, "websocket");
                })
                .get()
                .uri(address)
                .responseSingle((answer, body) -> body.asString())
                .timeout(PATIENCE)
                .onErrorComplete()
                .map(body -> error(body, status))
                .defaultIfEmpty(status.getReasonPhrase())
                .map(error -> new Problem(status, error));
    }

    private static String error(String body, HttpStatus status) {
        try {
            return JSON.readTree(body).path("error").asString(status.getReasonPhrase());
        } catch (JacksonException _) {
            return status.getReasonPhrase();
        }
    }
}
