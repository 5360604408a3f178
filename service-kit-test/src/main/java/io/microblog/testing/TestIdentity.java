package io.microblog.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Import this so that a service trusts {@link TestTokens}; {@link Engines} does it too. */
@TestConfiguration(proxyBeanMethods = false)
public class TestIdentity {

    @Bean
    DynamicPropertyRegistrar trustTestTokens() {
        return properties -> {
            properties.add("microblog.security.service-key", () -> TestTokens.SERVICE_KEY);
            properties.add("microblog.security.jwks-url", TestTokens::jwksUrl);
            properties.add("MICROBLOG_SECRET", () -> TestTokens.SERVICE_KEY);
        };
    }
}
