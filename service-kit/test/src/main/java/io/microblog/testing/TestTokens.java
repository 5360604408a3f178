package io.microblog.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Internal JWTs as user-service issues them, signed with a key whose public half this class serves over HTTP. The
 * service under test verifies them exactly as in production.
 */
public final class TestTokens {

    private static final List<String> SERVICES = List.of(
            "gateway",
            "user-service",
            "post-service",
            "search-service",
            "notification-service",
            "translation-service",
            "launcher");

    private static final String ISSUER = "http://localhost:8080";
    private static final RSAKey KEY = newKey();
    private static final HttpServer JWKS = serveKey();

    private TestTokens() {}

    /** A token of a person with the given scopes; all of read, write and follow when none is named. */
    public static String forAccount(long accountId, String... scopes) {
        return with(claims -> claims.subject(Long.toString(accountId)).claim("scope", scope(scopes)));
    }

    /** A token of an app that acts for nobody. */
    public static String forApp(String clientId, String... scopes) {
        return with(claims -> claims.claim("client_id", clientId).claim("scope", scope(scopes)));
    }

    /** A valid token with claims of one's own; start from the defaults of {@link #forAccount}. */
    public static String with(UnaryOperator<JWTClaimsSet.Builder> claims) {
        Instant now = Instant.now();
        var defaults = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("microblog")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("state", "active");
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                claims.apply(defaults),
                rsaSigner());
    }

    /** The identity of a service, for calls to {@code /internal} of {@code audience}. */
    public static String forService(String service, String audience) {
        return forService(service, audience, key(service, audience));
    }

    /** The same, signed with a key of one's choice. */
    public static String forService(String service, String audience, String key) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(service)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(1))));
        try {
            return sign(
                    new JWSHeader(JWSAlgorithm.HS256),
                    claims,
                    new MACSigner(Base64.getDecoder().decode(key)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that two services of a test share: base64 of 32 bytes. */
    public static String key(String caller, String audience) {
        try {
            byte[] pair = (caller + " to " + audience).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(pair));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For {@code microblog.security.keys-to} of a service that may call every other. */
    public static String keysTo(String service) {
        return SERVICES.stream().map(other -> other + "=" + key(service, other)).collect(Collectors.joining(","));
    }

    /** For {@code microblog.security.keys-from} of a service that every other may call. */
    public static String keysFrom(String service) {
        return SERVICES.stream().map(other -> other + "=" + key(other, service)).collect(Collectors.joining(","));
    }

    static String jwksUrl() {
        return "http://127.0.0.1:" + JWKS.getAddress().getPort() + "/jwks";
    }

    private static String scope(String... scopes) {
        return scopes.length == 0 ? "read write follow" : String.join(" ", scopes);
    }

    private static JWSSigner rsaSigner() {
        try {
            return new RSASSASigner(KEY);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            var jwt = new SignedJWT(header, claims.build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serveKey() {
        try {
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                try (exchange) {
                    exchange.getResponseBody().write(keys);
                }
            });
            server.setExecutor(runnable -> Thread.ofVirtual().start(runnable));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
