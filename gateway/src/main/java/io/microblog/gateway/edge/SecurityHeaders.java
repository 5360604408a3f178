package io.microblog.gateway.edge;

import io.microblog.kit.web.BaseUrl;
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
 * Adds the headers that keep browsers from doing harm, wherever the service has not decided itself. Pages below
 * {@code /oauth} and {@code /auth} bring a content security policy of their own, whose {@code form-action} knows the
 * client's address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecurityHeaders implements WebFilter {

    /** Two years, as the preload list of browsers asks for; subdomains belong to somebody else perhaps. */
    private static final String HSTS = "max-age=63072000";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final BaseUrl baseUrl;

    SecurityHeaders(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            add(exchange.getRequest(), exchange.getResponse().getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void add(ServerHttpRequest request, HttpHeaders headers) {
        String path = request.getURI().getRawPath();
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Referrer-Policy", "strict-origin-when-cross-origin");
        setIfAbsent(headers, "X-Frame-Options", "DENY");
        if (baseUrl.secure()) {
            setIfAbsent(headers, "Strict-Transport-Security", HSTS);
        }
        if (!isSignIn(path)) {
            setIfAbsent(headers, "Content-Security-Policy", NOTHING);
        }
        if (path.startsWith("/api/") && carriesCredentials(request)) {
            setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    static boolean isSignIn(String path) {
        return path.startsWith("/oauth/") || path.startsWith("/auth/");
    }

    private static boolean carriesCredentials(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return headers.containsHeader(HttpHeaders.AUTHORIZATION)
                || headers.containsHeader(HttpHeaders.COOKIE)
                || request.getURI().getRawPath().startsWith("/api/v1/streaming");
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
