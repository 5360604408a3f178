package io.microblog.gateway.edge;

import java.util.Locale;
import java.util.Set;

import io.microblog.kit.problem.NotFound;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that two programs could read differently. Routes are a list of what exists, so {@code /internal} and
 * {@code /actuator} match none; this keeps them from hiding behind a spelling that a service resolves later.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PathGuard implements WebFilter {

    /** Dot, slash, backslash, semicolon, percent and NUL have no business in an encoded form. */
    private static final Set<String> REFUSED_ESCAPES = Set.of("2e", "2f", "5c", "3b", "25", "00", "0a", "0d", "09");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isPlain(exchange.getRequest().getURI().getRawPath())
                ? chain.filter(exchange)
                : Mono.error(new NotFound());
    }

    static boolean isPlain(String path) {
        return path.startsWith("/")
                && path.indexOf(';') < 0
                && path.indexOf('\\') < 0
                && !path.contains("//")
                && !hasRefusedEscape(path)
                && !hasDotSegment(path);
    }

    private static boolean hasRefusedEscape(String path) {
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            if (i + 3 > path.length()
                    || REFUSED_ESCAPES.contains(path.substring(i + 1, i + 3).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDotSegment(String path) {
        return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
    }
}
