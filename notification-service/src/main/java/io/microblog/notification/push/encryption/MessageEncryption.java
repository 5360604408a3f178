package io.microblog.notification.push.encryption;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts messages for subscribers: by RFC 8291 over RFC 8188 ({@code aes128gcm}), or by
 * draft-ietf-webpush-encryption-04 over draft-ietf-httpbis-encryption-encoding-03 ({@code aesgcm}) for clients that say so.
 */
public final class MessageEncryption {

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SECRET_BYTES = 32;
    private static final int RECORD_BYTES = 4_096;
    private static final byte LAST_RECORD = 2;
    private static final byte[] NO_PADDING = {0, 0};

    private final VapidTokens tokens;
    private final SecureRandom random = new SecureRandom();

    public MessageEncryption(VapidTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Encrypts a message for one subscriber, with a key and a salt of its own.
     *
     * @param standard whether by the standard, else by the draft
     */
    public SealedMessage seal(URI endpoint, SubscriptionKeys keys, boolean standard, String text) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        KeyPair own = P256.generate();
        return standard
                ? new SealedMessage(
                        Map.of(
                                "Content-Encoding",
                                "aes128gcm",
                                "Authorization",
                                "vapid t=" + tokens.of(endpoint) + ", k="
                                        + tokens.key().headerText()),
                        standard(plain, keys, own, salt))
                : new SealedMessage(
                        Map.of(
                                "Content-Encoding",
                                "aesgcm",
                                "Authorization",
                                "WebPush " + tokens.of(endpoint),
                                "Encryption",
                                "salt=" + Base64Text.encode(salt),
                                "Crypto-Key",
                                "dh=" + Base64Text.encode(point(own)) + ";p256ecdsa="
                                        + tokens.key().headerText()),
                        draft(plain, keys, own, salt));
    }

    /** One record behind a header that holds the salt and the sender's key. */
    static byte[] standard(byte[] plain, SubscriptionKeys keys, KeyPair own, byte[] salt) {
        ECPublicKey other = keys.publicKey();
        byte[] point = point(own);
        byte[] info = join(ascii("WebPush: info\0"), P256.bytes(other), point);
        byte[] secret = derive(keys.secret(), agree(own, other), info, SECRET_BYTES);
        byte[] key = derive(salt, secret, ascii("Content-Encoding: aes128gcm\0"), KEY_BYTES);
        byte[] nonce = derive(salt, secret, ascii("Content-Encoding: nonce\0"), NONCE_BYTES);
        byte[] sealed = encrypt(key, nonce, join(plain, new byte[] {LAST_RECORD}));
        byte[] recordSize =
                ByteBuffer.allocate(Integer.BYTES).putInt(RECORD_BYTES).array();
        return join(salt, recordSize, new byte[] {(byte) point.length}, point, sealed);
    }

    /** One record; salt and key travel in headers. */
    static byte[] draft(byte[] plain, SubscriptionKeys keys, KeyPair own, byte[] salt) {
        ECPublicKey other = keys.publicKey();
        byte[] secret = derive(keys.secret(), agree(own, other), ascii("Content-Encoding: auth\0"), SECRET_BYTES);
        byte[] context = join(ascii("P-256\0"), withLength(P256.bytes(other)), withLength(point(own)));
        byte[] key = derive(salt, secret, join(ascii("Content-Encoding: aesgcm\0"), context), KEY_BYTES);
        byte[] nonce = derive(salt, secret, join(ascii("Content-Encoding: nonce\0"), context), NONCE_BYTES);
        return encrypt(key, nonce, join(NO_PADDING, plain));
    }

    private static byte[] agree(KeyPair own, ECPublicKey other) {
        return P256.agree((ECPrivateKey) own.getPrivate(), other);
    }

    private static byte[] point(KeyPair own) {
        return P256.bytes((ECPublicKey) own.getPublic());
    }

    /** HKDF with SHA-256 (RFC 5869). */
    private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addSalt(salt)
                            .addIKM(secret)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypt(byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] withLength(byte[] bytes) {
        return join(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
