package io.microblog.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.util.Assert;

/** Hashes of 32 bytes that nobody can make or check without the key (HMAC-SHA256). */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** As the hash has; fewer would weaken it (RFC 2104, section 3). */
    private static final int MIN_KEY_BYTES = 32;

    /** Ready to begin; each hash has a copy, so that nobody looks for who can make one again. */
    private final Mac start;

    private KeyedHash(byte[] key) {
        try {
            start = Mac.getInstance(ALGORITHM);
            start.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
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
            return ((Mac) start.clone()).doFinal(data);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's " + ALGORITHM + " can be copied", e);
        }
    }
}
