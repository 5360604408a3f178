package io.microblog.kit.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * How this service proves itself to another: a short-lived JWT that names both, signed with the key that these two alone
 * share. It needs nobody else to be up, and it is worth nothing to the public API or to a third service.
 */
public final class ServiceIdentity {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration REUSED_FOR = Duration.ofSeconds(30);

    private final String service;
    private final ServiceKeys keys;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant issuedAt) {
        boolean isReusable() {
            return issuedAt.plus(REUSED_FOR).isAfter(Instant.now());
        }
    }

    /**
     * @param service this service's name
     * @param keysTo of the services that it calls, as {@code name=base64}, comma-separated; each of at least 32 bytes
     */
    public ServiceIdentity(String service, String keysTo) {
        this.service = service;
        this.keys = ServiceKeys.parse("MICROBLOG_KEYS_TO", keysTo);
    }

    /**
     * Says at start what would otherwise fail at the first call.
     *
     * @throws IllegalStateException when there is no key for calls to {@code target}
     */
    public void requireKeyFor(String target) {
        keys.require(target);
    }

    /** A bearer token for calls to {@code target}, reused for half a minute. */
    public String tokenFor(String target) {
        Token token = tokens.compute(
                target, (name, current) -> current != null && current.isReusable() ? current : issue(name));
        return token.value();
    }

    private Token issue(String target) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(service)
                .audience(target)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(keys.require(target)));
        } catch (JOSEException e) {
            throw new IllegalStateException("A service token could not be signed", e);
        }
        return new Token(jwt.serialize(), now);
    }
}
