package io.microblog.local.launcher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.microblog.local.sandbox.http.Json;

/** How services prove themselves to each other: a JWT signed by HMAC (HS256, RFC 7515) with the key that the two share. */
final class ServiceToken {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private ServiceToken() {}

    /**
     * @param key in base64
     * @param issuer who asks
     * @param audience the service that is asked
     * @throws LauncherException when the key is none
     */
    static String of(String key, String issuer, String audience) {
        Instant now = Instant.now();
        String signed = encode(Map.of("alg", "HS256"))
                + "."
                + encode(new TreeMap<>(Map.of(
                        "iss",
                        issuer,
                        "aud",
                        audience,
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plus(LIFETIME).getEpochSecond())));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), mac.getAlgorithm()));
            return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new LauncherException("The key for " + audience + " is not base64 of one.", e);
        }
    }

    private static String encode(Map<String, ?> claims) {
        return BASE64.encodeToString(Json.PLAIN.writeValueAsBytes(claims));
    }
}
