package io.microblog.bench.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.microblog.bench.Platform;
import io.microblog.bench.data.SignedIn;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;

/** The tokens by which services are asked directly, as the gateway asks them. */
final class Access {

    private static final int LIFETIME_SECONDS = 3_000;

    private Access() {}

    /** The internal token of a person; good for five minutes. */
    static String internalToken(Platform platform, int person) throws IOException {
        try (HttpConnection connection = new HttpConnection(platform.userService())) {
            return connection
                    .send(exchange(platform, person))
                    .json()
                    .path("jwt")
                    .asString();
        }
    }

    /** Asks user-service for the internal token of a person. */
    static HttpCall exchange(Platform platform, int person) {
        return HttpCall.postJson(
                "/internal/tokens/exchange",
                serviceToken(platform.exchangeKey(), "gateway", "user-service"),
                "{\"kind\":\"bearer\",\"credential\":\"" + SignedIn.token(person) + "\"}");
    }

    /** By which the launcher gives search-service its orders. */
    static String launcherToken(Platform platform) {
        return serviceToken(platform.reindexKey(), "launcher", "search-service");
    }

    private static String serviceToken(String key, String from, String to) {
        long now = Instant.now().getEpochSecond();
        String signed = base64("{\"alg\":\"HS256\"}")
                + "."
                + base64("{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(from, to, now, now + LIFETIME_SECONDS));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
