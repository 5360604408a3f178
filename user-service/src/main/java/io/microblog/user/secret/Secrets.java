package io.microblog.user.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.microblog.kit.security.KeyedHash;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * The server's one secret (32 bytes, {@code MICROBLOG_SECRET}) and what is derived from it. Each purpose has a key of its
 * own, so that a value made for one is worthless for another.
 */
@ConfigurationProperties("microblog")
public final class Secrets {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyedHash hash;
    private final SecureRandom random = new SecureRandom();

    Secrets(String secret) {
        Assert.hasText(secret, "MICROBLOG_SECRET is not set: signing keys and links cannot be protected without it");
        this.hash = KeyedHash.of(secret, "MICROBLOG_SECRET");
    }

    /** Encrypts and authenticates (AES-256-GCM, the nonce first). */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
        byte[] result = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, result, NONCE_BYTES, sealed.length);
        return result;
    }

    /**
     * Undoes {@link #seal}.
     *
     * @throws IllegalStateException when it was sealed for another purpose or with another secret, or was changed since
     */
    public byte[] open(String purpose, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /** A signature of 32 bytes that only this server can make (HMAC-SHA256). */
    public byte[] sign(String purpose, byte[] data) {
        return hash.derive(purpose).hash(data);
    }

    private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored does not fit MICROBLOG_SECRET: has it changed?", e);
        }
    }

    private SecretKey key(String purpose) {
        return new SecretKeySpec(hash.hash(purpose), "AES");
    }
}
