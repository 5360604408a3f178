package io.microblog.gateway.routing;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.netty.channel.ChannelOption;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.resources.ConnectionProvider;

/** The connections to the services: kept alive, bounded for each class of traffic, and given up quickly. */
@Configuration(proxyBeanMethods = false)
class UpstreamConnections {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int MAX_WAITING = 1_000;

    /** Below the 20 s after which the services close an idle connection. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(15);

    /** Services repeat in links what clients asked for, at twice its length and more. */
    private static final int MAX_HEAD = 64 * 1024;

    private final Map<TrafficClass, HttpClient> byClass = Arrays.stream(TrafficClass.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    UpstreamConnections::open,
                    (one, other) -> one,
                    () -> new EnumMap<>(TrafficClass.class)));

    HttpClient of(TrafficClass trafficClass) {
        return Objects.requireNonNull(byClass.get(trafficClass));
    }

    @Bean
    HttpClient upstreamHttpClient() {
        return of(TrafficClass.OWN);
    }

    /**
     * WebSockets are streams, too. Pings go through to the client, whose answers tell the service that it is
     * there.
     */
    @Bean
    @Primary
    WebSocketClient upstreamWebSocketClient(HttpClientProperties properties) {
        HttpClientProperties.Websocket settings = properties.getWebsocket();
        return new ReactorNettyWebSocketClient(
                of(TrafficClass.STREAMS),
                () -> WebsocketClientSpec.builder()
                        .maxFramePayloadLength(settings.getMaxFramePayloadLength())
                        .handlePing(settings.isProxyPing()));
    }

    /** The clients' side of WebSockets, with the same frames. */
    @Bean
    WebSocketService clientWebSocketService(HttpClientProperties properties) {
        HttpClientProperties.Websocket settings = properties.getWebsocket();
        return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(() -> WebsocketServerSpec.builder()
                .maxFramePayloadLength(settings.getMaxFramePayloadLength())
                .handlePing(settings.isProxyPing())));
    }

    /** Switched off together with the filter that {@link TrafficClassRouting} stands in for. */
    @Bean
    NettyWriteResponseFilter nettyWriteResponseFilter(
            GatewayProperties properties, ObjectProvider<List<HttpHeadersFilter>> headersFilters) {
        return new NettyWriteResponseFilter(properties.getStreamingMediaTypes(), headersFilters);
    }

    private static HttpClient open(TrafficClass trafficClass) {
        ConnectionProvider connections = ConnectionProvider.builder("upstream-" + trafficClass)
                .maxConnections(trafficClass.connections())
                .pendingAcquireMaxCount(MAX_WAITING)
                .pendingAcquireTimeout(Duration.ofSeconds(2))
                .maxIdleTime(MAX_IDLE)
                .evictInBackground(Duration.ofSeconds(30))
                .lifo()
                .build();
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(MAX_HEAD))
                .disableRetry(false);
    }
}
