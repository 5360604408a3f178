package io.microblog.notification.push.encryption;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Tells push services who sends, by a token for each of them that is used for some hours (RFC 8292). */
public final class VapidTokens {

    /** At most a day by the standard. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final Duration USED = Duration.ofHours(6);
    private static final int MAX_KEPT = 1_000;

    private final VapidKey key;
    private final String contact;
    private final Cache<String, String> tokens =
            Caffeine.newBuilder().expireAfterWrite(USED).maximumSize(MAX_KEPT).build();

    /** @param contact where a push service's owner reaches the sender's: a {@code mailto:} or {@code https:} address */
    public VapidTokens(VapidKey key, String contact) {
        this.key = key;
        this.contact = contact;
    }

    /** The token for the push service of an endpoint. */
    String of(URI endpoint) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        return tokens.get(audience, this::sign);
    }

    VapidKey key() {
        return key;
    }

    private String sign(String audience) {
        var claims = new JWTClaimsSet.Builder()
                .audience(audience)
                .expirationTime(Date.from(Instant.now().plus(LIFE)))
                .subject(contact)
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key.privateKey(), Curve.P_256));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
