package io.microblog.notification.push.encryption;

import java.security.interfaces.ECPrivateKey;
import java.util.Base64;

/** The key by which this server proves to push services who sends (RFC 8292). Clients subscribe by its public half. */
public final class VapidKey {

    private final ECPrivateKey privateKey;
    private final byte[] point;

    private VapidKey(ECPrivateKey privateKey) {
        this.privateKey = privateKey;
        this.point = P256.bytes(P256.publicKeyOf(privateKey));
    }

    /**
     * Reads the private half.
     *
     * @param base64 32 bytes; nearly all random ones are a key
     * @param variable where it stands, to name in complaints
     * @throws IllegalStateException when it is not there or is no key
     */
    public static VapidKey parse(String base64, String variable) {
        try {
            byte[] scalar = Base64Text.decode(base64);
            if (scalar.length != P256.SCALAR_BYTES) {
                throw new IllegalArgumentException("Not %d bytes".formatted(P256.SCALAR_BYTES));
            }
            return new VapidKey(P256.privateKey(scalar));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(variable + " must be a private key of P-256: 32 bytes in base64", e);
        }
    }

    /** The public half as the API shows it: a point in the alphabet of base64 for addresses, with padding. */
    public String publicText() {
        return Base64.getUrlEncoder().encodeToString(point);
    }

    /** The same as headers carry it, without padding. */
    String headerText() {
        return Base64Text.encode(point);
    }

    ECPrivateKey privateKey() {
        return privateKey;
    }
}
