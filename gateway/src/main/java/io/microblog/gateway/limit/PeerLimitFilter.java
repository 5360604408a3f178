package io.microblog.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import io.microblog.gateway.edge.PeerAddress;
import io.netty.util.NetUtil;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts every request against the address it comes from, before its credentials are even looked at. */
@Component
class PeerLimitFilter implements GlobalFilter, Ordered {

    static final int ORDER = -1_000;

    private final Allowances allowances;
    private final LimitProperties limits;

    PeerLimitFilter(Allowances allowances, LimitProperties limits) {
        this.allowances = allowances;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Allowance allowance = allowances.take("peer:" + network(PeerAddress.of(exchange)), limits.peer());
        return allowance.granted() ? chain.filter(exchange) : allowance.announce(exchange);
    }

    /** One customer has a whole /64 of IPv6 addresses, so these count as one. */
    static String network(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        return parsed instanceof Inet6Address v6
                ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), 8))
                : address;
    }
}
