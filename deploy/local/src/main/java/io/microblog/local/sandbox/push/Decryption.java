package io.microblog.local.sandbox.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads what was encrypted for a subscriber, as a browser does: {@code aes128gcm} (RFC 8291), and {@code aesgcm}
 * (draft-ietf-webpush-encryption-04). It shares nothing with what encrypts, so that each is a check of the other.
 */
final class Decryption {

    private static final int SALT = 16;
    private static final int HEADER = SALT + Integer.BYTES + 1;

    private Decryption() {}

    /** @throws GeneralSecurityException when it is not for this subscriber, or no such message */
    static String standard(byte[] body, Subscriber subscriber) throws GeneralSecurityException {
        var input = ByteBuffer.wrap(body);
        if (body.length < HEADER) {
            throw new GeneralSecurityException("The message has no header");
        }
        var salt = take(input, SALT);
        var recordSize = input.getInt();
        var sender = take(input, input.get() & 0xFF);
        if (input.remaining() > recordSize) {
            throw new GeneralSecurityException("The message has more than one record");
        }
        var info = join(ascii("WebPush: info\0"), point(subscriber), sender);
        var secret = hkdf(subscriber.auth(), agree(subscriber, sender), info, 32);
        var text = decrypt(
                hkdf(salt, secret, ascii("Content-Encoding: aes128gcm\0"), 16),
                hkdf(salt, secret, ascii("Content-Encoding: nonce\0"), 12),
                take(input, input.remaining()));
        var end = text.length - 1;
        while (end >= 0 && text[end] == 0) {
            end--;
        }
        if (end < 0 || text[end] != 2) {
            throw new GeneralSecurityException("The record is not the last one");
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /**
     * @param salt of the header {@code Encryption}
     * @param sender the point {@code dh} of the header {@code Crypto-Key}
     * @throws GeneralSecurityException when it is not for this subscriber, or no such message
     */
    static String draft(byte[] body, byte[] salt, byte[] sender, Subscriber subscriber)
            throws GeneralSecurityException {
        var secret = hkdf(subscriber.auth(), agree(subscriber, sender), ascii("Content-Encoding: auth\0"), 32);
        var context = join(ascii("P-256\0"), sized(point(subscriber)), sized(sender));
        var text = decrypt(
                hkdf(salt, secret, join(ascii("Content-Encoding: aesgcm\0"), context), 16),
                hkdf(salt, secret, join(ascii("Content-Encoding: nonce\0"), context), 12),
                body);
        if (text.length < 2) {
            throw new GeneralSecurityException("The message has no padding");
        }
        var padding = (text[0] & 0xFF) << 8 | (text[1] & 0xFF);
        if (padding > text.length - 2) {
            throw new GeneralSecurityException("The message is nothing but padding");
        }
        return new String(text, 2 + padding, text.length - 2 - padding, StandardCharsets.UTF_8);
    }

    private static byte[] agree(Subscriber subscriber, byte[] sender) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(subscriber.keys().getPrivate());
        agreement.doPhase(Curve.key(sender), true);
        return agreement.generateSecret();
    }

    /** RFC 5869 with SHA-256, for no more than one block. */
    private static byte[] hkdf(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(mac(mac(salt, secret), join(info, new byte[] {1})), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] decrypt(byte[] key, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(sealed);
    }

    private static byte[] point(Subscriber subscriber) {
        return Curve.point((ECPublicKey) subscriber.keys().getPublic());
    }

    private static byte[] take(ByteBuffer input, int length) throws GeneralSecurityException {
        if (input.remaining() < length) {
            throw new GeneralSecurityException("The message is cut off");
        }
        var bytes = new byte[length];
        input.get(bytes);
        return bytes;
    }

    private static byte[] sized(byte[] bytes) {
        return join(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
