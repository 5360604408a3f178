package io.microblog.gateway.body;

import java.time.Duration;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.gateway.identity.CredentialsFilter;
import io.microblog.gateway.identity.Requester;
import io.microblog.gateway.routing.RoutePolicy;
import io.microblog.gateway.routing.TrafficClass;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.problem.TooManyRequests;
import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.web.PeerNetwork;
import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Waits for a request's body before a service is asked, so that one that comes slowly, or never, holds nothing but its own
 * connection. Uploads are too large for that and are passed on as they come, but only with an account to answer for them.
 */
@Component
class BodyFilter implements GlobalFilter, Ordered {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final OpenBodies bodies;
    private final BodyProperties limits;

    BodyFilter(OpenBodies bodies, BodyProperties limits) {
        this.bodies = bodies;
        this.limits = limits;
    }

    /** After all limits on requests. */
    @Override
    public int getOrder() {
        return CredentialsFilter.ORDER + 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return hasBody(exchange.getRequest().getHeaders())
                ? Mono.using(() -> begin(exchange), body -> pass(exchange, chain, body), OpenBody::close)
                : chain.filter(exchange);
    }

    private Mono<Void> pass(ServerWebExchange exchange, GatewayFilterChain chain, OpenBody body) {
        Mono<Void> passed = isUpload(exchange)
                ? chain.filter(BodyExchange.reporting(exchange, BodyFilter::explain, body::finish))
                : passWhole(exchange, chain, body);
        return passed.doOnError(failure -> {
            if (!body.isFinished()) {
                endConnection(exchange);
            }
        });
    }

    private static Mono<Void> passWhole(ServerWebExchange exchange, GatewayFilterChain chain, OpenBody body) {
        return exchange.getRequest()
                .getBody()
                .doOnNext(body::add)
                .onErrorMap(BodyFilter::explain)
                .then(Mono.defer(() -> {
                    body.finish();
                    return chain.filter(BodyExchange.with(exchange, body.bytes()));
                }));
    }

    private OpenBody begin(ServerWebExchange exchange) {
        Requester requester = CredentialsFilter.requesterOf(exchange);
        if (isUpload(exchange) && requester.account() == null) {
            throw refusal(exchange, accountRequired(requester));
        }
        String account = requester.account();
        String who = account == null ? PeerNetwork.nameOf(PeerAddress.of(exchange)) : "account:" + account;
        if (!bodies.begin(who, account == null ? limits.anonymous() : limits.account())) {
            throw refusal(exchange, new TooManyRequests(SOON));
        }
        return new OpenBody(bodies, who);
    }

    /** As the services would, which would read the body first. */
    private static Problem accountRequired(Requester requester) {
        return requester.equals(Requester.STRANGER)
                ? new Unauthorized("The access token is invalid")
                : new Invalid("This method requires an authenticated user");
    }

    private static Problem refusal(ServerWebExchange exchange, Problem problem) {
        endConnection(exchange);
        return problem;
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isUpload(ServerWebExchange exchange) {
        return RoutePolicy.of(exchange).trafficClass() == TrafficClass.UPLOADS;
    }

    /** Whatever keeps a body from coming is the client's affair. */
    private static Throwable explain(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case ReadTimeoutException slow ->
                new Problem(HttpStatus.REQUEST_TIMEOUT, "The request came too slowly", slow);
            default -> new BadRequest("The request did not come whole");
        };
    }

    /** What is left of the body must not be taken for the next request, nor waited for. */
    private static void endConnection(ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
    }
}
