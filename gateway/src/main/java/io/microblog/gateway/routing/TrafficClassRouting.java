package io.microblog.gateway.routing;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;

/** Spring Cloud Gateway's own filter that sends the request, on the connections of the route's class of traffic. */
@Component
class TrafficClassRouting extends NettyRoutingFilter {

    private final UpstreamConnections connections;

    TrafficClassRouting(
            UpstreamConnections connections,
            ObjectProvider<List<HttpHeadersFilter>> headersFilters,
            HttpClientProperties properties) {
        super(connections.of(TrafficClass.API), headersFilters, properties);
        this.connections = connections;
    }

    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        return connections.of(RoutePolicy.of(exchange).trafficClass());
    }
}
