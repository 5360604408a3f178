package io.microblog.gateway.limit;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.gateway.identity.CredentialsFilter;
import io.microblog.gateway.routing.Access;
import io.microblog.gateway.routing.RoutePolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts API requests against the account or token behind them, or the address where there is neither. */
@Component
class AccountLimitFilter implements GlobalFilter, Ordered {

    private final Allowances allowances;
    private final LimitProperties limits;

    AccountLimitFilter(Allowances allowances, LimitProperties limits) {
        this.allowances = allowances;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return CredentialsFilter.ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (RoutePolicy.of(exchange).access() != Access.EXCHANGE) {
            return chain.filter(exchange);
        }
        String requester = CredentialsFilter.requesterOf(exchange);
        Allowance allowance = takeAll(exchange.getRequest(), requester, PeerAddress.of(exchange));
        return allowance.granted()
                ? allowance.announce(exchange).then(chain.filter(exchange))
                : allowance.announce(exchange);
    }

    /** The narrower limit is announced: it is the one that the client meets first. */
    private Allowance takeAll(ServerHttpRequest request, @Nullable String requester, String peer) {
        String who = requester == null ? "address:" + PeerLimitFilter.network(peer) : requester;
        Allowance all = allowances.take("all:" + who, requester == null ? limits.anonymous() : limits.account());
        if (!all.granted()) {
            return all;
        }
        if (isUpload(request)) {
            return allowances.take("media:" + who, limits.media());
        }
        return isDeletion(request) ? allowances.take("deletions:" + who, limits.deletions()) : all;
    }

    private static boolean isUpload(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        return request.getMethod().equals(HttpMethod.POST)
                && (path.equals("/api/v1/media") || path.equals("/api/v2/media"));
    }

    private static boolean isDeletion(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        if (!path.startsWith("/api/v1/statuses/")) {
            return false;
        }
        return request.getMethod().equals(HttpMethod.DELETE)
                || (request.getMethod().equals(HttpMethod.POST) && path.endsWith("/unreblog"));
    }
}
