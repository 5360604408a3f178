package io.microblog.notification.push.encryption;

import java.security.interfaces.ECPublicKey;

/**
 * What a client lets its messages be encrypted by (RFC 8291, 2): nobody between here and there reads them.
 *
 * @param p256dh the client's public key, a point in base64
 * @param auth the secret shared with the client, 16 bytes in base64
 */
public record SubscriptionKeys(String p256dh, String auth) {

    private static final int AUTH_BYTES = 16;

    /** Whether this is the public key of a client. */
    public static boolean isPublicKey(String p256dh) {
        try {
            P256.publicKey(Base64Text.decode(p256dh));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether this is a secret that can be shared. */
    public static boolean isSecret(String auth) {
        try {
            return Base64Text.decode(auth).length == AUTH_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    ECPublicKey publicKey() {
        return P256.publicKey(Base64Text.decode(p256dh));
    }

    byte[] secret() {
        return Base64Text.decode(auth);
    }
}
