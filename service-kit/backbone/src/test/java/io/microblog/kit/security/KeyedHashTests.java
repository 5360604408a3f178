package io.microblog.kit.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyedHashTests {

    private static final KeyedHash HASH = KeyedHash.of(base64("a".repeat(32)), "SECRET");

    /** RFC 4231, test case 6: the one with a key that is long enough for us. */
    @Test
    void isHmacSha256() {
        byte[] key = new byte[131];
        Arrays.fill(key, (byte) 0xaa);
        KeyedHash hash = KeyedHash.of(Base64.getEncoder().encodeToString(key), "SECRET");

        assertThat(HexFormat.of().formatHex(hash.hash("Test Using Larger Than Block-Size Key - Hash Key First")))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void differsForEachPurpose() {
        assertThat(HASH.derive("one").hash("text"))
                .isEqualTo(HASH.derive("one").hash("text"))
                .isNotEqualTo(HASH.derive("two").hash("text"))
                .isNotEqualTo(HASH.hash("text"));
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyedHash.of(base64("a".repeat(31)), "SECRET"))
                .withMessage("SECRET must be set, to base64 of 32 bytes or more");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
