package io.microblog.kit.security;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers tokens whose signature has been verified. The gateway sends the same one for a minute, and to verify it costs
 * more than anything else in a short request. What a token claims is validated each time, so that it ends when it says.
 */
final class VerifiedTokens implements JwtDecoder {

    /** As long as the gateway uses a token; a signing key that is withdrawn ends with it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** A few kilobytes each. */
    private static final int MOST = 2_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * @param decoder verifies and validates
     * @param validator of the claims alone
     */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        this.decoder = decoder;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            Jwt decoded = decoder.decode(token);
            verified.put(token, decoded);
            return decoded;
        }
        OAuth2TokenValidatorResult claims = validator.validate(known);
        if (claims.hasErrors()) {
            throw new JwtValidationException("The token is valid no more", claims.getErrors());
        }
        return known;
    }
}
