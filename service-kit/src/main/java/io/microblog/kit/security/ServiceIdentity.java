package io.microblog.kit.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.util.Assert;

/**
 * How this service proves itself to another: a short-lived JWT signed with the key that all services of one
 * installation share. It needs nobody else to be up, and it is worth nothing to the public API.
 */
public final class ServiceIdentity {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration REUSED_FOR = Duration.ofSeconds(30);
    private static final int MIN_KEY_BYTES = 32;

    private final String service;
    private final SecretKey key;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant issuedAt) {
        boolean isReusable() {
            return issuedAt.plus(REUSED_FOR).isAfter(Instant.now());
        }
    }

    /**
     * @param service this service's name
     * @param base64Key at least 32 bytes, the same for all services
     */
    public ServiceIdentity(String service, String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        Assert.isTrue(bytes.length >= MIN_KEY_BYTES, "MICROBLOG_SERVICE_KEY must have at least 32 bytes");
        this.service = service;
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** A bearer token for calls to {@code target}, reused for half a minute. */
    public String tokenFor(String target) {
        Token token = tokens.compute(
                target, (name, current) -> current != null && current.isReusable() ? current : issue(name));
        return token.value();
    }

    String service() {
        return service;
    }

    SecretKey key() {
        return key;
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
            jwt.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A service token could not be signed", e);
        }
        return new Token(jwt.serialize(), now);
    }
}
