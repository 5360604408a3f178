package io.microblog.gateway.identity;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.microblog.gateway.routing.RoutePolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Streaming clients cannot always set headers, so their token stands in the query or in the WebSocket's subprotocol.
 * The service gets neither; the client gets the subprotocol back, as the handshake demands.
 */
final class StreamingToken {

    private StreamingToken() {}

    static boolean isWebSocket(ServerHttpRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.UPGRADE));
    }

    static ServerWebExchange hide(ServerWebExchange exchange) {
        if (!RoutePolicy.of(exchange).streaming()) {
            return exchange;
        }
        ServerHttpRequest request = exchange.getRequest();
        String protocol = request.getHeaders().getFirst(CredentialReader.WEBSOCKET_PROTOCOL);
        if (protocol != null) {
            exchange.getResponse()
                    .getHeaders()
                    .set(CredentialReader.WEBSOCKET_PROTOCOL, protocol.split(",", 2)[0].strip());
        }
        URI uri = request.getURI();
        ServerHttpRequest hidden = request.mutate()
                .uri(UriComponentsBuilder.fromUri(uri)
                        .replaceQuery(withoutToken(uri.getRawQuery()))
                        .build(true)
                        .toUri())
                .headers(headers -> headers.remove(CredentialReader.WEBSOCKET_PROTOCOL))
                .build();
        return exchange.mutate().request(hidden).build();
    }

    private static @Nullable String withoutToken(@Nullable String query) {
        if (query == null) {
            return null;
        }
        String rest = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.startsWith(CredentialReader.QUERY_TOKEN + "="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }
}
