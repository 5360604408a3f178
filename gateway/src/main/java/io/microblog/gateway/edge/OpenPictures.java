package io.microblog.gateway.edge;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets every site show pictures and draw them. Said on each answer, whoever asks: a browser keeps one copy, and the one
 * that an {@code img} element loaded must do for a script as well.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class OpenPictures implements WebFilter {

    private static final List<String> PICTURES = List.of("/avatars/", "/headers/", "/media/", "/icon");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isPicture(exchange.getRequest())) {
            exchange.getResponse().beforeCommit(() -> {
                HttpHeaders headers = exchange.getResponse().getHeaders();
                headers.setAccessControlAllowOrigin("*");
                headers.set("Cross-Origin-Resource-Policy", "cross-origin");
                return Mono.empty();
            });
        }
        return chain.filter(exchange);
    }

    static boolean isPicture(ServerHttpRequest request) {
        String path = request.getURI().getRawPath();
        return PICTURES.stream().anyMatch(path::startsWith);
    }
}
