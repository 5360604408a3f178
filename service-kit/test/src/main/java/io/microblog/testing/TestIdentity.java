package io.microblog.testing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Import this so that a service trusts {@link TestTokens}; {@link Engines} does it too. */
@TestConfiguration(proxyBeanMethods = false)
public class TestIdentity {

    @Bean
    DynamicPropertyRegistrar trustTestTokens(@Value("${spring.application.name}") String service) {
        return properties -> {
            properties.add("microblog.security.keys-to", () -> TestTokens.keysTo(service));
            properties.add("microblog.security.keys-from", () -> TestTokens.keysFrom(service));
            properties.add("microblog.security.jwks-url", TestTokens::jwksUrl);
            properties.add("MICROBLOG_LINK_KEY", () -> TestTokens.key(service, service));
            properties.add("MICROBLOG_VAPID_KEY", () -> TestTokens.key(service, service));
            properties.add("MICROBLOG_SECRET", () -> TestTokens.key(service, service));
        };
    }
}
