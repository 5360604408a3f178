package io.microblog.notification.credential;

import java.time.Instant;
import java.util.Objects;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The internal token of the running request. */
public final class PresentedToken {

    private PresentedToken() {}

    /** When it was issued, in whole seconds: credentials that ended later cover it. */
    public static Instant issuedAt() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Objects.requireNonNullElse(token.getToken().getIssuedAt(), Instant.EPOCH)
                : Instant.EPOCH;
    }
}
