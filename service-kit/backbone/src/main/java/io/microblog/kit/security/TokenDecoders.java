package io.microblog.kit.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import javax.crypto.SecretKey;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The two kinds of tokens and what each must prove: one algorithm, one issuer, one audience. */
public final class TokenDecoders {

    /** The audience of the JWTs that user-service issues for requests of people and apps. */
    public static final String AUDIENCE = "microblog";

    private static final int TIMEOUT_MS = 1_000;
    private static final int SIZE_LIMIT = 50 * 1024;
    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(4);

    private TokenDecoders() {}

    /** Accepts the JWTs that user-service issues; its keys are kept through an outage of user-service. */
    static JwtDecoder forCallers(URI jwksUrl, String issuer) {
        try {
            var retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, SIZE_LIMIT);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(jwksUrl.toURL(), retriever)
                    .cache(CACHED.toMillis(), TIMEOUT_MS * 2L)
                    .retrying(true)
                    .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                    .build();
            return new VerifiedTokens(forCallers(keys, issuer), claims(issuer));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a URL: " + jwksUrl, e);
        }
    }

    /** The same with keys at hand, for user-service itself: a key that is withdrawn there verifies nothing any more. */
    public static JwtDecoder forCallers(JWKSource<SecurityContext> keys, String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(claims(issuer));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> claims(String issuer) {
        return JwtValidators.createDefaultWithValidators(
                List.of(JwtValidators.createDefaultWithIssuer(issuer), audience(AUDIENCE)));
    }

    /** Accepts the tokens of callers that share a key with {@code service}: by whom one is, the key of that one decides. */
    static JwtDecoder forServices(String service, ServiceKeys callers) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWTClaimsSetAwareJWSKeySelector((header, claims, context) -> {
            boolean named = JWSAlgorithm.HS256.equals(header.getAlgorithm()) && claims.getIssuer() != null;
            SecretKey key = named ? callers.find(claims.getIssuer()) : null;
            return key == null ? List.of() : List.of(key);
        });
        // Claims are validated once, below.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(audience(service))));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> audience(String name) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(name));
    }
}
