package io.microblog.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.util.Assert;

/** Hashes of 32 bytes that nobody can make or check without the key (HMAC-SHA256). */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** As the hash has; fewer would weaken it (RFC 2104, section 3). */
    private static final int MIN_KEY_BYTES = 32;

    private final SecretKey key;

    private KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * With a secret as the environment has it.
     *
     * @param base64 of 32 bytes or more
     * @param variable where it stands, to name in complaints
     * @throws IllegalArgumentException when it is shorter, or not there
     */
    public static KeyedHash of(String base64, String variable) {
        byte[] key = Base64.getDecoder().decode(base64);
        Assert.isTrue(
                key.length >= MIN_KEY_BYTES,
                () -> "%s must be set, to base64 of %d bytes or more".formatted(variable, MIN_KEY_BYTES));
        return new KeyedHash(key);
    }

    /** With a key of its own, derived from this one: what is made for one purpose is worthless for another. */
    public KeyedHash derive(String purpose) {
        return new KeyedHash(hash(purpose));
    }

    public byte[] hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] hash(byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
