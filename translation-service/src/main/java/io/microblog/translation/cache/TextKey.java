package io.microblog.translation.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Identifies what a post says, whoever posted it: SHA-256 of its language, content and content warning, in hex. */
public record TextKey(String hash) {

    /** @param language as the author declared it, null when unknown: the same letters may be two languages */
    public static TextKey of(@Nullable String language, String content, String spoilerText) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {Objects.requireNonNullElse(language, ""), content, spoilerText}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return new TextKey(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }
}
