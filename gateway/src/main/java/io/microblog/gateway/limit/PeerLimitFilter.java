package io.microblog.gateway.limit;

import java.util.List;
import java.util.Set;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.kit.web.PeerNetwork;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts every request against the address it comes from, before it is routed and before its credentials are even looked
 * at: what services answer, pages, and what does not exist. Files that the gateway has in memory are counted apart, since
 * one page brings dozens. The rules about other origins come first, so that web clients there can read a refusal.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class PeerLimitFilter implements WebFilter {

    private static final List<String> FILE_FOLDERS =
            List.of("/assets/", "/avatars/original/missing.png", "/headers/original/missing.png");
    private static final Set<String> FILE_NAMES = Set.of(".js", ".css", ".svg", ".png", ".ico", ".webmanifest");

    private final Allowances allowances;
    private final RateLimitProperties limits;

    PeerLimitFilter(Allowances allowances, RateLimitProperties limits) {
        this.allowances = allowances;
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<PeerNetwork> networks = PeerNetwork.of(PeerAddress.of(exchange));
        Allowance allowance = isFile(exchange.getRequest().getURI().getRawPath())
                ? allowances.take("files:", networks, limits.files())
                : allowances.take("peer:", networks, limits.peer());
        return allowance.granted() ? chain.filter(exchange) : allowance.announce(exchange);
    }

    /** Files of the web client: those in its folder, and those beside its page. */
    static boolean isFile(String path) {
        int dot = path.lastIndexOf('.');
        return FILE_FOLDERS.stream().anyMatch(path::startsWith)
                || (path.lastIndexOf('/') == 0 && dot > 0 && FILE_NAMES.contains(path.substring(dot)));
    }
}
