package io.microblog.kit.security;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom this service trusts, and how it proves itself.
 *
 * @param keysTo of the services that it calls, as {@code name=base64}, comma-separated
 * @param keysFrom of the services that call it, in the same form
 * @param jwksUrl where user-service publishes the keys of its internal JWTs; null in user-service itself
 */
@ConfigurationProperties("microblog.security")
record SecurityProperties(
        String keysTo, String keysFrom, @Nullable URI jwksUrl) {}
