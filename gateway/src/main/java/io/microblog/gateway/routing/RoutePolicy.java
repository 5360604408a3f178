package io.microblog.gateway.routing;

import java.util.Map;
import java.util.Objects;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * How requests on a route are treated.
 *
 * @param access what becomes of the client's credentials
 * @param maxBody the largest request body
 * @param trafficClass whose connections are used
 * @param streaming whether the answer may last for hours, and the token may stand in the query
 */
public record RoutePolicy(Access access, DataSize maxBody, TrafficClass trafficClass, boolean streaming) {

    private static final String KEY = RoutePolicy.class.getName();

    /** The policy of the route that the request took. */
    public static RoutePolicy of(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return (RoutePolicy) Objects.requireNonNull(route.getMetadata().get(KEY));
    }

    Map<String, Object> asMetadata() {
        return Map.of(KEY, this);
    }
}
