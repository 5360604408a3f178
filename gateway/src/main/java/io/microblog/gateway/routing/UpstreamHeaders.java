package io.microblog.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.microblog.gateway.edge.PeerAddress;
import io.microblog.kit.web.BaseUrl;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The only place that decides which headers a service gets. Whatever claims an identity comes from the gateway alone:
 * what a client sends under such a name is dropped.
 */
@Component
public class UpstreamHeaders implements HttpHeadersFilter, Ordered {

    private static final String TOKEN = UpstreamHeaders.class.getName() + ".token";

    private static final Set<String> FORGEABLE =
            Set.of("x-user-id", "x-real-ip", "x-client-ip", "true-client-ip", "forwarded");
    private static final List<String> FORGEABLE_PREFIXES = List.of("microblog-", "x-internal", "x-forwarded-");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

    private final BaseUrl baseUrl;

    UpstreamHeaders(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Has the service get this internal token in place of the client's credential. */
    public static void authenticate(ServerWebExchange exchange, String jwt) {
        exchange.getAttributes().put(TOKEN, jwt);
    }

    /** After those of Spring Cloud Gateway, which drop what is meant for one hop only. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        boolean pass = RoutePolicy.of(exchange).access() == Access.PASS;
        HttpHeaders headers = new HttpHeaders();
        received.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!isForgeable(lower) && (pass || !CREDENTIALS.contains(lower))) {
                headers.put(name, values);
            }
        });
        String token = exchange.getAttribute(TOKEN);
        if (token != null) {
            headers.setBearerAuth(token);
        }
        headers.set("X-Forwarded-For", PeerAddress.of(exchange));
        headers.set("X-Forwarded-Proto", baseUrl.uri().getScheme());
        headers.set("X-Forwarded-Host", baseUrl.authority());
        return headers;
    }

    private static boolean isForgeable(String name) {
        return FORGEABLE.contains(name) || FORGEABLE_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
