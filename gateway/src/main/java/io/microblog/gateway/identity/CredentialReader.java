package io.microblog.gateway.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.microblog.gateway.routing.RoutePolicy;
import io.microblog.kit.web.BaseUrl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Finds the credential of a request. A token that was put there on purpose comes before the browser's cookie. */
@Component
class CredentialReader {

    static final String WEBSOCKET_PROTOCOL = "Sec-WebSocket-Protocol";
    static final String QUERY_TOKEN = "access_token";

    private static final String BEARER = "Bearer ";

    private final String sessionCookie;

    CredentialReader(@Value("${microblog.session-cookie}") String sessionCookie, BaseUrl base) {
        this.sessionCookie = base.cookie(sessionCookie);
    }

    Optional<Credential> read(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Stream<String> tokens = RoutePolicy.of(exchange).streaming()
                ? Stream.of(header(request), query(request), protocol(request)).flatMap(Optional::stream)
                : header(request).stream();
        return tokens.findFirst()
                .map(token -> new Credential(Credential.Kind.BEARER, token))
                .or(() -> cookie(request));
    }

    private static Optional<String> header(ServerHttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private static Optional<String> query(ServerHttpRequest request) {
        return Optional.ofNullable(request.getQueryParams().getFirst(QUERY_TOKEN))
                .filter(token -> !token.isEmpty());
    }

    private static Optional<String> protocol(ServerHttpRequest request) {
        List<String> values = request.getHeaders().getOrEmpty(WEBSOCKET_PROTOCOL);
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private Optional<Credential> cookie(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(sessionCookie))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(value -> new Credential(Credential.Kind.SESSION, value));
    }
}
