package io.microblog.gateway.limit;

import io.microblog.gateway.identity.CredentialsFilter;
import io.microblog.gateway.routing.Access;
import io.microblog.gateway.routing.RoutePolicy;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts API requests against the account behind them, the app and its address, or the address alone. */
@Component
class AccountLimitFilter implements GlobalFilter, Ordered {

    private final Allowances allowances;
    private final RateLimitProperties limits;

    AccountLimitFilter(Allowances allowances, RateLimitProperties limits) {
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
        Allowance allowance = takeAll(exchange);
        return allowance.granted()
                ? allowance.announce(exchange).then(chain.filter(exchange))
                : allowance.announce(exchange);
    }

    /** The narrower limit is announced: it is the one that the client meets first. */
    private Allowance takeAll(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Counted counted = Counted.of(exchange);
        Allowance all = counted.take(allowances, "all", counted.isStranger() ? limits.anonymous() : limits.account());
        if (!all.granted()) {
            return all;
        }
        if (isUpload(request)) {
            return counted.take(allowances, "media", limits.media());
        }
        return isDeletion(request) ? counted.take(allowances, "deletions", limits.deletions()) : all;
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
