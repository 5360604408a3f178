package io.microblog.gateway.routing;

import java.net.URI;

import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.microblog.kit.problem.Problem;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

/**
 * Chooses the copy of a service that gets the request, tries another one where that is safe, and turns the failure of
 * all into a 503 that names what is away. The circuit breaker sees a call begin when the request has arrived whole, and end
 * when the answer's head is there, so slow clients and endless streams do not weigh on it; it forgets the call of a client
 * who does not wait for the answer.
 */
@Component
class UpstreamFilter implements GlobalFilter, Ordered {

    private final Upstreams upstreams;
    private final Uploads uploads;
    private final Sockets sockets;

    UpstreamFilter(Upstreams upstreams, Uploads uploads, Sockets sockets) {
        this.upstreams = upstreams;
        this.uploads = uploads;
        this.sockets = sockets;
    }

    /** In place of Spring Cloud Gateway's own filter that fills in the address. */
    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Upstream upstream = upstreams.of(Backend.named(route.getUri().getHost()));
        RoutePolicy policy = RoutePolicy.of(exchange);
        if (policy.streaming() && isUpgrade(exchange)) {
            return openSocket(exchange, upstream, upstream.tries())
                    .onErrorMap(failure -> mustBeExplained(exchange, failure), upstream::outage);
        }
        return call(withoutUpgrade(exchange), chain, upstream, policy)
                .onErrorMap(failure -> mustBeExplained(exchange, failure), upstream::outage);
    }

    private Mono<Void> openSocket(ServerWebExchange exchange, Upstream upstream, int tries) {
        Instance instance = upstream.next();
        return sockets.carry(address(instance, exchange), exchange)
                .doOnSuccess(done -> instance.reached())
                .onErrorResume(failure -> {
                    if (Failures.neverArrived(failure)) {
                        instance.failed();
                    }
                    return tries <= 1 || !mayRepeat(exchange, failure)
                            ? Mono.error(failure)
                            : openSocket(exchange, upstream, tries - 1);
                });
    }

    private Mono<Void> call(
            ServerWebExchange exchange, GatewayFilterChain chain, Upstream upstream, RoutePolicy policy) {
        int tries = upstream.tries();
        return policy.trafficClass() == TrafficClass.UPLOADS
                ? uploads.pass(exchange, upstream, upload -> attempt(upload, chain, upstream, tries))
                : attempt(exchange, chain, upstream, tries)
                        .transformDeferred(CircuitBreakerOperator.of(upstream.breaker()));
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Upstream upstream, int tries) {
        Instance instance = upstream.next();
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, address(instance, exchange));
        return chain.filter(exchange).doOnSuccess(done -> instance.reached()).onErrorResume(failure -> {
            if (Failures.neverArrived(failure)) {
                instance.failed();
            }
            if (tries <= 1 || !mayRepeat(exchange, failure)) {
                return Mono.error(failure);
            }
            exchange.getAttributes().remove(GATEWAY_ALREADY_ROUTED_ATTR);
            return attempt(exchange, chain, upstream, tries - 1);
        });
    }

    /** Byte for byte what the client asked for: re-encoding could change its meaning. */
    private static URI address(Instance instance, ServerWebExchange exchange) {
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery();
        return URI.create(instance.base() + asked.getRawPath() + (query == null ? "" : "?" + query));
    }

    private static boolean mayRepeat(ServerWebExchange exchange, Throwable failure) {
        return !exchange.getResponse().isCommitted()
                && (Failures.neverArrived(failure)
                        || Failures.brokeUnder(exchange.getRequest().getMethod(), failure));
    }

    private static boolean mustBeExplained(ServerWebExchange exchange, Throwable failure) {
        return !(failure instanceof Problem || failure instanceof ServerWebInputException)
                && !exchange.getResponse().isCommitted();
    }

    /** Elsewhere nobody speaks anything but HTTP, and a wish for something else may be left unanswered (RFC 9110, 7.8). */
    private static ServerWebExchange withoutUpgrade(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.UPGRADE)
                ? exchange.mutate()
                        .request(request -> request.headers(headers -> headers.remove(HttpHeaders.UPGRADE)))
                        .build()
                : exchange;
    }

    private static boolean isUpgrade(ServerWebExchange exchange) {
        return "websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getFirst(HttpHeaders.UPGRADE));
    }
}
