package io.microblog.gateway.identity;

import java.util.Locale;

import io.microblog.kit.security.Sha256;

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
        return Sha256.hex(kind.wireName() + ":" + secret);
    }

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
        return kind + " credential";
    }
}
