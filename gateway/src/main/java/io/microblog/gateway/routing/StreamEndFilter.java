package io.microblog.gateway.routing;

import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Completes an answer without end when whoever asked may listen no longer. Sockets see to that themselves. */
@Component
class StreamEndFilter implements GlobalFilter, Ordered {

    private final StreamEnd end;

    StreamEndFilter(StreamEnd end) {
        this.end = end;
    }

    /** Before the one that writes the answer. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(RoutePolicy.of(exchange).streaming() ? ending(exchange) : exchange);
    }

    private ServerWebExchange ending(ServerWebExchange exchange) {
        return exchange.mutate()
                .response(new ServerHttpResponseDecorator(exchange.getResponse()) {
                    @Override
                    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                        return super.writeAndFlushWith(Flux.from(body).takeUntilOther(end.of(exchange)));
                    }
                })
                .build();
    }
}
