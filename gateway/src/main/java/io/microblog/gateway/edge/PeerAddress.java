package io.microblog.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Finds the address of the client: the peer of the connection, or, behind trusted proxies, the last address in
 * {@code X-Forwarded-For} that is not one of theirs. What anybody else writes there counts for nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class PeerAddress implements WebFilter {

    private static final String ATTRIBUTE = PeerAddress.class.getName();
    private static final String UNKNOWN = "0.0.0.0";

    private final TrustedProxies proxies;

    PeerAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** The client's address as text. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, UNKNOWN);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(ATTRIBUTE, find(exchange));
        return chain.filter(exchange);
    }

    private String find(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        InetAddress peer = remote == null ? null : remote.getAddress();
        if (peer == null) {
            return UNKNOWN;
        }
        if (!proxies.contain(peer)) {
            return peer.getHostAddress();
        }
        return proxies.clientIn(chain(exchange), peer).getHostAddress();
    }

    private static List<String> chain(ServerWebExchange exchange) {
        @Nullable List<String> lines = exchange.getRequest().getHeaders().get("X-Forwarded-For");
        return lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .toList();
    }
}
