package io.microblog.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.microblog.kit.problem.Problem;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * Carries WebSockets between clients and services. The client's connection is taken over when the service's stands: a
 * client that has been answered 101 misses nothing from then on, and what the service refuses is an answer to the client,
 * not a socket that opens and closes, to which clients come back without pause.
 */
@Component
class Sockets {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final CloseStatus SHUT_OUT = CloseStatus.POLICY_VIOLATION.withReason("You may stay no longer");

    /** The gateway makes a handshake of its own. */
    private static final List<String> HANDSHAKE = List.of(
            HttpHeaders.HOST,
            HttpHeaders.UPGRADE,
            HttpHeaders.CONNECTION,
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Sec-WebSocket-Extensions");

    private final WebSocketClient services;
    private final WebSocketService clients;
    private final UpstreamHeaders headers;
    private final SocketRefusal refusal;
    private final StreamEnd end;

    Sockets(
            WebSocketClient services,
            WebSocketService clients,
            UpstreamHeaders headers,
            SocketRefusal refusal,
            StreamEnd end) {
        this.services = services;
        this.clients = clients;
        this.headers = headers;
        this.refusal = refusal;
        this.end = end;
    }

    /**
     * Completes when the client has its socket, which lasts from then on by itself.
     *
     * @throws Problem in the result, what the service answers instead of opening one; other errors of the connection to
     *     the service as they are. The client is unanswered then.
     */
    Mono<Void> carry(URI address, ServerWebExchange exchange) {
        HttpHeaders sent = headers.filter(exchange.getRequest().getHeaders(), exchange);
        HANDSHAKE.forEach(sent::remove);
        return Mono.create(answer -> {
            var stands = new AtomicBoolean();
            Disposable socket = services.execute(socketOf(address), sent, service -> {
                        stands.set(true);
                        return takeOver(exchange, service, answer);
                    })
                    .timeout(Mono.delay(PATIENCE).flatMap(_ -> stands.get() ? Mono.never() : Mono.just(PATIENCE)))
                    .onErrorResume(
                            WebSocketClientHandshakeException.class,
                            failure -> explained(failure, address, sent).flatMap(Mono::error))
                    .subscribe(_ -> {}, failure -> {
                        if (!stands.get()) {
                            answer.error(failure);
                        }
                    });
            answer.onCancel(socket);
        });
    }

    /** A service that breaks off has answered nothing. */
    private Mono<Throwable> explained(WebSocketClientHandshakeException failure, URI address, HttpHeaders sent) {
        HttpResponse answer = failure.response();
        return answer == null
                ? Mono.just(failure)
                : refusal.of(answer.status().code(), address, sent).cast(Throwable.class);
    }

    /** Completes when the socket is over, since the service's connection lasts no longer; the handshake is over before. */
    private Mono<Void> takeOver(ServerWebExchange exchange, WebSocketSession service, MonoSink<Void> answer) {
        Sinks.Empty<Void> over = Sinks.empty();
        return clients.handleRequest(
                        exchange,
                        client -> join(client, service, end.of(exchange)).doFinally(_ -> over.tryEmitEmpty()))
                .doOnSuccess(_ -> answer.success())
                .doOnError(answer::error)
                .then(over.asMono());
    }

    /** Until one of them ends, which ends the other in the same way, or the client may stay no longer. */
    private static Mono<Void> join(WebSocketSession client, WebSocketSession service, Mono<Void> end) {
        Mono<Void> closes = Mono.whenDelayError(
                close(service, client), close(client, service), end.then(Mono.defer(() -> close(client, SHUT_OUT))));
        return Mono.firstWithSignal(closes.then(Mono.never()), pass(client, service), pass(service, client));
    }

    private static Mono<Void> pass(WebSocketSession from, WebSocketSession to) {
        return to.send(from.receive().doOnNext(WebSocketMessage::retain));
    }

    private static Mono<Void> close(WebSocketSession from, WebSocketSession to) {
        return from.closeStatus().flatMap(status -> close(to, sayable(status)));
    }

    /** Goes on when nobody waits for it any more: a closing that is cancelled loses its frame, and with it the reason. */
    private static Mono<Void> close(WebSocketSession session, CloseStatus status) {
        return session.close(status).cache();
    }

    /** What says that nothing was said stands in no frame (RFC 6455, 7.4.1). */
    private static CloseStatus sayable(CloseStatus status) {
        return WebSocketCloseStatus.isValidStatusCode(status.getCode()) ? status : CloseStatus.GOING_AWAY;
    }

    private static URI socketOf(URI address) {
        return UriComponentsBuilder.fromUri(address)
                .scheme("https".equals(address.getScheme()) ? "wss" : "ws")
                .build(true)
                .toUri();
    }
}
