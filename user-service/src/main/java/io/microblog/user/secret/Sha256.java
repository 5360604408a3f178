package io.microblog.user.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The plain hash of a text: for what is long and made of chance, or what an interface wants so. */
public final class Sha256 {

    private Sha256() {}

    /**
     * The hash of a text in UTF-8.
     *
     * @return 64 hexadecimal digits
     */
    public static String hex(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
