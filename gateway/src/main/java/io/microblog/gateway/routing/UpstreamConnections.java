package io.microblog.gateway.routing;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The connections to the services: kept alive, bounded, and given up quickly. */
@Configuration(proxyBeanMethods = false)
class UpstreamConnections {

    private static final int CONNECT_MILLIS = 1_000;

    /** For each copy of a service. */
    private static final int MAX_CONNECTIONS = 500;

    private static final int MAX_WAITING = 1_000;

    /** Below the 20 s after which the services close an idle connection. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(15);

    @Bean
    HttpClient upstreamHttpClient() {
        ConnectionProvider connections = ConnectionProvider.builder("upstream")
                .maxConnections(MAX_CONNECTIONS)
                .pendingAcquireMaxCount(MAX_WAITING)
                .pendingAcquireTimeout(Duration.ofSeconds(2))
                .maxIdleTime(MAX_IDLE)
                .evictInBackground(Duration.ofSeconds(30))
                .lifo()
                .build();
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .disableRetry(false);
    }
}
