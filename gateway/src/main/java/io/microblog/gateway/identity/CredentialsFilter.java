package io.microblog.gateway.identity;

import java.util.Optional;
import java.util.Set;

import io.microblog.gateway.routing.Access;
import io.microblog.gateway.routing.RoutePolicy;
import io.microblog.gateway.routing.UpstreamHeaders;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.web.BaseUrl;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Exchanges what the client proves itself with for the token that services trust. A bearer token must be good; a stale
 * cookie only means that nobody is signed in.
 */
@Component
public class CredentialsFilter implements GlobalFilter, Ordered {

    /** After the limit by address, before the one by account. */
    public static final int ORDER = -900;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String REQUESTER = CredentialsFilter.class.getName() + ".requester";

    private final CredentialReader reader;
    private final TokenCache tokens;
    private final BaseUrl baseUrl;

    CredentialsFilter(CredentialReader reader, TokenCache tokens, BaseUrl baseUrl) {
        this.reader = reader;
        this.tokens = tokens;
        this.baseUrl = baseUrl;
    }

    /** Who asks; a stranger where no credential says it. */
    public static Requester requesterOf(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(REQUESTER, Requester.STRANGER);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (RoutePolicy.of(exchange).access() != Access.EXCHANGE) {
            return chain.filter(exchange);
        }
        Optional<Credential> credential = reader.read(exchange);
        boolean explicit =
                credential.filter(it -> it.kind() == Credential.Kind.BEARER).isPresent();
        if (!explicit && mustBeOurs(exchange.getRequest(), credential.isPresent()) && !isOurs(exchange.getRequest())) {
            return Mono.error(new NotAllowed("This request came from another site"));
        }
        ServerWebExchange cleaned = StreamingToken.hide(exchange);
        return credential
                .map(known -> identify(cleaned, known).then(Mono.defer(() -> chain.filter(cleaned))))
                .orElseGet(() -> chain.filter(cleaned));
    }

    private Mono<Void> identify(ServerWebExchange exchange, Credential credential) {
        return tokens.find(credential)
                .doOnNext(token -> {
                    UpstreamHeaders.authenticate(exchange, token.jwt());
                    exchange.getAttributes().put(REQUESTER, Requester.of(token));
                })
                .switchIfEmpty(
                        credential.kind() == Credential.Kind.BEARER
                                ? Mono.error(() -> new Unauthorized("The access token is invalid"))
                                : Mono.empty())
                .then();
    }

    /** Browsers add cookies to what other sites make them send, and let other sites open WebSockets. */
    private static boolean mustBeOurs(ServerHttpRequest request, boolean cookie) {
        boolean write = !SAFE.contains(request.getMethod());
        boolean foreignSocket =
                StreamingToken.isWebSocket(request) && request.getHeaders().getOrigin() != null;
        return (cookie && write) || foreignSocket;
    }

    private boolean isOurs(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return baseUrl.value().equalsIgnoreCase(headers.getOrigin())
                || "same-origin".equals(headers.getFirst("Sec-Fetch-Site"));
    }
}
