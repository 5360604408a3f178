package io.microblog.kit.client;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.kit.security.KitSecurityAutoConfiguration;
import io.microblog.kit.security.ServiceIdentity;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClient;

/** Offers {@link ServiceClients} to services that call others. */
@AutoConfiguration(after = {KitSecurityAutoConfiguration.class, RestClientAutoConfiguration.class})
@ConditionalOnClass({RestClient.class, RestClientAutoConfiguration.class, CircuitBreakerRegistry.class})
public final class KitClientAutoConfiguration {

    @Bean
    ServiceClients serviceClients(
            RestClient.Builder builder,
            ServiceIdentity identity,
            CircuitBreakerRegistry breakers,
            Environment environment) {
        return new ServiceClients(builder, identity, breakers, environment);
    }
}
