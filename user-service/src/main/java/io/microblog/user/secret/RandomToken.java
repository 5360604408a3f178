package io.microblog.user.secret;

import java.security.SecureRandom;
import java.util.Base64;

import io.microblog.kit.security.Sha256;

/** Credentials made of chance: long enough (256 bits) that their plain hash may be stored. */
public final class RandomToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    /** A new one, in URL-safe characters. */
    public static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored and searched for in its place: SHA-256 in hexadecimal. */
    public static String hash(String token) {
        return Sha256.hex(token);
    }
}
