package io.microblog.notification.push.encryption;

import java.util.Base64;

/** Bytes as text. Clients write both alphabets of RFC 4648, with and without padding. */
public final class Base64Text {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Base64Text() {}

    /** @throws IllegalArgumentException when the text is not in base64 */
    public static byte[] decode(String text) {
        return Base64.getDecoder()
                .decode(text.strip().replace('-', '+').replace('_', '/').replace("=", ""));
    }

    /** For addresses and headers, without padding. */
    public static String encode(byte[] bytes) {
        return URL.encodeToString(bytes);
    }
}
