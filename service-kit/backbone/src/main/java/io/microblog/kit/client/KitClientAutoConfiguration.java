package io.microblog.kit.client;

import java.net.http.HttpClient;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.microblog.kit.security.KitSecurityAutoConfiguration;
import io.microblog.kit.security.ServiceIdentity;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Lets services call each other: what {@code @ImportHttpServices} names becomes a proxy. Where a group is found, and how
 * long an answer may take, say the properties {@code spring.http.serviceclient}.
 */
@AutoConfiguration(after = KitSecurityAutoConfiguration.class, before = ImperativeHttpClientAutoConfiguration.class)
@ConditionalOnClass({RestClient.class, HttpServiceClientAutoConfiguration.class, CircuitBreakerRegistry.class})
public final class KitClientAutoConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    @Bean
    ServiceGroups serviceGroups(ServiceIdentity identity, CircuitBreakerRegistry breakers, RetryRegistry retries) {
        return new ServiceGroups(identity, breakers, retries);
    }

    /** One pool of connections for all groups; HTTP/1.1, for HTTP/2 without TLS asks for it anew at each connection. */
    @Bean
    ClientHttpRequestFactoryBuilder<JdkClientHttpRequestFactory> pooledConnections() {
        HttpClient pool = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return settings -> {
            var factory = new JdkClientHttpRequestFactory(pool);
            if (settings != null && settings.readTimeout() != null) {
                factory.setReadTimeout(settings.readTimeout());
            }
            return factory;
        };
    }
}
