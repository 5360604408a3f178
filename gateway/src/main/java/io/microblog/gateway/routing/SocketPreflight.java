package io.microblog.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.microblog.kit.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the service whether it would open a socket before the client's connection is taken over for it. A client takes a
 * refusal for an answer, but comes back without pause to a socket that opens and closes.
 */
@Component
class SocketPreflight {

    /** What a service tells the question by; no client can send it. */
    static final String HEADER = "Microblog-Preflight";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<String> HANDSHAKE = List.of(
            HttpHeaders.UPGRADE,
            HttpHeaders.CONNECTION,
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Sec-WebSocket-Extensions");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final UpstreamHeaders headers;

    SocketPreflight(UpstreamConnections connections, UpstreamHeaders headers) {
        this.http = connections.of(TrafficClass.API);
        this.headers = headers;
    }

    /**
     * Completes when the service would.
     *
     * @throws Problem in the result, what it answers instead
     */
    Mono<Void> ask(URI address, ServerWebExchange exchange) {
        HttpHeaders sent = headers.filter(exchange.getRequest().getHeaders(), exchange);
        HANDSHAKE.forEach(sent::remove);
        sent.set(HEADER, "websocket");
        return http.headers(target -> sent.forEach((name, values) -> target.set(name, values)))
                .get()
                .uri(address)
                .responseSingle(SocketPreflight::answer)
                .timeout(PATIENCE);
    }

    private static Mono<Void> answer(HttpClientResponse response, ByteBufMono body) {
        HttpStatus status =
                Objects.requireNonNullElse(HttpStatus.resolve(response.status().code()), HttpStatus.BAD_GATEWAY);
        return status.is2xxSuccessful()
                ? Mono.empty()
                : body.asString()
                        .defaultIfEmpty("")
                        .flatMap(text -> Mono.error(new Problem(status, error(text, status))));
    }

    private static String error(String body, HttpStatus status) {
        try {
            return JSON.readTree(body).path("error").asString(status.getReasonPhrase());
        } catch (JacksonException _) {
            return status.getReasonPhrase();
        }
    }
}
