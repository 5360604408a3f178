package io.microblog.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a client proves itself with. Opaque: only user-service knows what it is worth.
 *
 * @param kind where it came from
 * @param secret as the client sent it
 */
record Credential(Kind kind, String secret) {

    enum Kind {
        /** An OAuth access token. */
        BEARER,
        /** The value of the session cookie. */
        SESSION;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Stands for the credential wherever it is kept, so that a memory dump does not hold it. */
    String fingerprint() {
        try {
            byte[] text = (kind.wireName() + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
        return kind + " credential";
    }
}
