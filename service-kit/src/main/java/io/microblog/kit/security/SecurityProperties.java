package io.microblog.kit.security;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom this service trusts.
 *
 * @param serviceKey base64 of the key that all services share, at least 32 bytes
 * @param jwksUrl where user-service publishes the keys of its internal JWTs; null in user-service itself
 */
@ConfigurationProperties("microblog.security")
record SecurityProperties(String serviceKey, @Nullable URI jwksUrl) {

    SecurityProperties {
        if (serviceKey == null || serviceKey.isBlank()) {
            throw new IllegalArgumentException(
                    "MICROBLOG_SERVICE_KEY is not set: services cannot prove themselves to each other without it");
        }
    }
}
