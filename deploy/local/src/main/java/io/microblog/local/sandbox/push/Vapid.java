package io.microblog.local.sandbox.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import io.microblog.local.sandbox.http.Json;
import tools.jackson.core.JacksonException;

/**
 * Who sends, as a push service finds out (RFC 8292).
 *
 * @param contact the token's {@code sub}
 * @param key the sender's public key as it came
 */
record Vapid(String contact, String key) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Checks a token.
     *
     * @param audience the origin of the push service
     * @param now the time to hold its end against
     * @throws GeneralSecurityException saying what is wrong
     */
    static Vapid verify(String token, String key, String audience, Instant now) throws GeneralSecurityException {
        var parts = token.split("\\.");
        if (parts.length != 3) {
            throw new GeneralSecurityException("The token is no JWT");
        }
        try {
            var header = Json.PLAIN.readTree(decode(parts[0]));
            require("ES256".equals(header.path("alg").asString("")), "The token is not signed by ES256");
            require(
                    isSigned(parts[0] + "." + parts[1], decode(parts[2]), decode(key)),
                    "The signature is not the key's");
            var claims = Json.PLAIN.readTree(decode(parts[1]));
            require(audience.equals(claims.path("aud").asString("")), "The token is for " + claims.path("aud"));
            var end = Instant.ofEpochSecond(claims.path("exp").asLong(0));
            require(end.isAfter(now), "The token has expired");
            require(!end.isAfter(now.plus(LONGEST)), "The token lives for longer than a day");
            var contact = claims.path("sub").asString("");
            return new Vapid(contact, key);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new GeneralSecurityException("The token or its key cannot be read", e);
        }
    }

    private static boolean isSigned(String text, byte[] signed, byte[] key) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(Curve.key(key));
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return signature.verify(signed);
    }

    private static void require(boolean condition, String problem) throws GeneralSecurityException {
        if (!condition) {
            throw new GeneralSecurityException(problem);
        }
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
