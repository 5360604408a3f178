package io.microblog.gateway.body;

import java.util.function.UnaryOperator;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** Exchanges whose request has another body. */
final class BodyExchange {

    private BodyExchange() {}

    /** With a body that is here already: its length is known, and it can be sent again. */
    static ServerWebExchange with(ServerWebExchange exchange, byte[] body) {
        DataBufferFactory buffers = exchange.getResponse().bufferFactory();
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    headers.remove(HttpHeaders.TRANSFER_ENCODING);
                    headers.remove(HttpHeaders.EXPECT);
                    headers.setContentLength(body.length);
                })
                .build();
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(request) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return body.length == 0 ? Flux.empty() : Flux.defer(() -> Flux.just(buffers.wrap(body)));
                    }
                })
                .build();
    }

    /** With the same body, whose end is told. */
    static ServerWebExchange reporting(ServerWebExchange exchange, UnaryOperator<Throwable> failure, Runnable end) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return super.getBody().onErrorMap(failure).doOnComplete(end);
                    }
                })
                .build();
    }
}
