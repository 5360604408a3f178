package io.microblog.gateway.block;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.kit.problem.NotAllowed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses everything to those who come from a blocked network, before it is counted or looked at. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 39)
class BlockedNetworkFilter implements WebFilter {

    private final BlockedNetworks networks;

    BlockedNetworkFilter(BlockedNetworks networks) {
        this.networks = networks;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return networks.contain(PeerAddress.of(exchange))
                ? Mono.error(new NotAllowed("Nobody gets in from your network"))
                : chain.filter(exchange);
    }
}
